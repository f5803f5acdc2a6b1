import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Fault, Verdict } from '#src/trust/audit/index.js';
import { withDatabase } from '../database.js';
import { ToldRefusal } from '../failure.js';
import { startProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';

interface Wish {
  anchors?: string;
  json?: boolean;
}

/** `verify` */
export function addVerify(program: Command, terminal: Terminal): void {
  program
    .command('verify')
    .description('Read the whole audit log again and compare it with its seals and anchors.')
    .option('--anchors <file>', 'where the anchors are, if not where the server writes them')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Names the first entry that was changed, moved, inserted, removed or cut off, with its place (counted from 0) and id,
and ends with exit code 1. It changes nothing. docs/audit.md says what it proves.

Examples:
  hearth verify
  hearth verify --anchors /mnt/write-once/anchors.jsonl --json`,
    )
    .action((wish: Wish) => verify(terminal, wish));
}

async function verify(terminal: Terminal, wish: Wish): Promise<void> {
  const begun = performance.now();
  const verdict = await withDatabase(terminal, async ({ logins }, config) => {
    const { withRole } = await import('#src/foundation/database/index.js');
    const { verifyLog } = await import('#src/trust/audit/index.js');
    const anchorFile = wish.anchors === undefined ? config.anchors.file : resolve(wish.anchors);
    const bar = await startProgress(terminal, STEPS);
    let step = 0;
    bar.stage(TITLE);
    try {
      return await withRole(logins.appUrl, { role: 'hearth_sealer', isSnapshot: true }, (query) =>
        verifyLog(query, {
          anchorFile,
          progress: (done, all) => {
            for (; terminal.showsBars && step < (done * (STEPS - 1)) / all; step += 1) bar.stage(TITLE);
          },
        }),
      );
    } finally {
      bar.end();
    }
  });
  if (wish.json) terminal.json(asJson(verdict));
  else print(terminal, verdict);
  terminal.say(`${((performance.now() - begun) / 1000).toFixed(2)} s in all`);
  if (verdict.fault) throw new ToldRefusal('The log is not what was sealed');
}

const STEPS = 100;
const TITLE = 'reading the log';

function asJson({ fault, backlog, ...rest }: Verdict): object {
  return {
    intact: fault === null,
    fault,
    ...rest,
    unsealed: backlog.count,
    oldestUnsealedAt: backlog.oldestAt,
  };
}

function print(terminal: Terminal, verdict: Verdict): void {
  const { fault, sealed, checkpoints, anchors, unreadableAnchors, backlog } = verdict;
  terminal.result(
    fault ? describe(fault) : `intact: ${sealed} entries, ${checkpoints} checkpoints, ${anchors} anchors`,
  );
  if (anchors === 0)
    terminal.say('There are no anchors: that the end was not cut off, nothing outside proves.');
  if (unreadableAnchors > 0) terminal.say(`${unreadableAnchors} line(s) of the anchor file are no anchors.`);
  if (backlog.count > 0) terminal.say(`${backlog.count} entries are not sealed yet.`);
}

function describe({ kind, position, until, entryId, detail }: Fault): string {
  const place = until === undefined ? `${position}` : `${position} to ${until - 1}`;
  return `${kind.replace('_', ' ')}: place ${place}${entryId === null ? '' : `, entry ${entryId}`}: ${detail}`;
}
