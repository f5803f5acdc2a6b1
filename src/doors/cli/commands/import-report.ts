import type { ImportProblem, ImportReport } from '#src/record/testimony/index.js';
import { plain } from '../table.js';
import type { Terminal } from '../terminal.js';

/** A long list tells a person no more than a short one; `--json` has all of it. */
const SHOWN = 20;

const OUTCOMES = {
  imported: 'Imported',
  unchanged: 'Unchanged: this folder was imported before',
  would_import: 'Dry run, nothing was kept; it would have imported',
} as const;

export function printReport(terminal: Terminal, report: ImportReport, asJson: boolean): void {
  if (asJson) {
    terminal.json(report);
    return;
  }
  const { came, key } = report;
  terminal.result(`${OUTCOMES[report.outcome]}: ${plain(key)}`);
  if (report.outcome !== 'would_import') line(terminal, 'hearing', report.hearingId);
  if (!came) {
    for (const problem of report.problems) terminal.say(placed(problem));
    return;
  }
  const { counts } = came;
  const matched = counts.matchedByName + counts.matchedBySpeech;
  line(terminal, 'title', plain(came.title));
  line(terminal, 'starts at', `${came.startsAt.toISOString()} (${came.timeZone})`);
  line(terminal, 'posted', came.draft ? 'no, a draft' : 'yes');
  line(terminal, 'duration', came.duration === null ? 'unknown' : `${came.duration} s`);
  line(terminal, 'cues', String(counts.cues));
  line(terminal, 'speakers', `${counts.speakers}, ${matched} of them matched to witnesses`);
  line(terminal, 'testimonies', String(counts.testimonies));
  line(terminal, 'witnesses', String(counts.witnesses));
  if (counts.zones > 0) line(terminal, 'zones', String(counts.zones));
  for (const outcome of ['refused', 'mended', 'noted'] as const) {
    printProblems(
      terminal,
      outcome,
      report.problems.filter((problem) => problem.outcome === outcome),
    );
  }
}

/** Why nothing was imported. A script gets it as JSON on stdout; a person on stderr, a line a reason. */
export function printRefusal(
  terminal: Terminal,
  folder: string,
  problems: readonly ImportProblem[],
  asJson: boolean,
): void {
  if (asJson) terminal.json({ outcome: 'refused', problems });
  const [first, ...others] = problems.slice(0, SHOWN);
  if (first) terminal.say(`error: ${placed(first)}`);
  for (const problem of others) terminal.say(`       ${placed(problem)}`);
  if (problems.length > SHOWN) terminal.say(`       and ${problems.length - SHOWN} more`);
  terminal.say(`Nothing of ${plain(folder)} was imported.`);
}

function printProblems(terminal: Terminal, outcome: string, problems: readonly ImportProblem[]): void {
  line(terminal, outcome, String(problems.length));
  for (const problem of problems.slice(0, SHOWN)) terminal.result(`    ${placed(problem)}`);
  if (problems.length > SHOWN)
    terminal.result(`    and ${problems.length - SHOWN} more; --json lists them all`);
}

/** As compilers say it: file:line: what. */
function placed({ file, line, code, detail }: ImportProblem): string {
  const place = [file, line > 0 ? line : undefined].filter((part) => part !== undefined).join(':');
  return plain(`${place === '' ? '' : `${place}: `}${detail} [${code}]`);
}

function line(terminal: Terminal, name: string, value: string): void {
  terminal.result(`  ${name.padEnd(12)}${value}`);
}
