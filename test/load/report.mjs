import { availableParallelism, cpus, totalmem } from 'node:os';
import { isPinned } from './programs.mjs';

const HEAD = ['measure', 'goal', 'measured', 'verdict', 'floor', 'application', 'CPU ratio'];
const fixed = (value, digits = 2) => (Number.isFinite(value) ? value.toFixed(digits) : '-');

/** A Markdown table of text alone, wide enough to be read unrendered. */
export function table(rows, head = HEAD) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  );
}

export function readRow({ name, goal, of }, result) {
  const { floor, application, ratio, spread, cpuRatio, p99Ratio } = result;
  const isTail = of === 'p99';
  const side = ({ perSecond, p50, p99, cpu }) =>
    `${perSecond.toFixed(0)}/s, p50 ${fixed(p50)} p99 ${fixed(p99)} ms, CPU ${fixed(cpu * 1e6, 0)} µs`;
  return [
    name,
    isTail ? `p99 within ${goal} of the floor's` : `>= ${fixed(goal)} of the floor`,
    isTail
      ? `p99 ${fixed(p99Ratio)}, rate ${fixed(ratio)}`
      : `${fixed(ratio)} (${spread.map((r) => fixed(r)).join('-')})`,
    verdict(isTail ? p99Ratio <= goal : ratio >= goal),
    side(floor),
    side(application),
    fixed(cpuRatio),
  ];
}

export function startRows({ database, whole, own, idle, imports }) {
  const seconds = (ms) => `${fixed(ms / 1000)} s`;
  return [
    [
      "start of the built tree beside the database's own",
      '< 2 s (1 s)',
      seconds(own),
      verdict(own < 2000, own < 1000),
      `database alone ${seconds(database)}`,
      `whole ${seconds(whole)}`,
      '-',
    ],
    [
      'memory when idle (RSS)',
      '< 220 MB (150)',
      `${fixed(idle, 0)} MB`,
      verdict(idle < 220, idle < 150),
      '-',
      '-',
      '-',
    ],
    ...imports.map(({ folder, cues, first, again, failed }) => [
      cues ? `import of a generated hearing, ${cues} cues` : `import of ${folder.split('/').at(-1)}`,
      '< 5 s',
      failed ? 'failed' : seconds(first),
      failed ? 'failed' : verdict(first < 20_000, first < 5000),
      '-',
      failed ? '-' : `again, changing nothing: ${seconds(again)}`,
      '-',
    ]),
  ];
}

function verdict(isMet, isGoalMet = isMet) {
  if (!isMet) return 'missed';
  return isGoalMet ? 'met' : 'met, goal missed';
}

export function machine() {
  const pinning = isPinned()
    ? 'servers on core 0, load generator on core 1, PostgreSQL on both'
    : 'nothing pinned to a core';
  return (
    `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ` +
    `${(totalmem() / 2 ** 30).toFixed(0)} GiB; ${pinning}`
  );
}
