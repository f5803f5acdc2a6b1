import type { Command } from 'commander';
import { isInstant } from '#src/foundation/common/index.js';
import type { DueActDto, DueWish } from '#src/record/hearings/index.js';
import { UsageError } from '../failure.js';
import { printTable } from '../table.js';
import { addNotice } from './notice.js';
import type { Terminal } from '../terminal.js';

interface Wish extends DueWish {
  json?: boolean;
}

/** `hearings due | notice` */
export function addHearings(program: Command, terminal: Terminal): void {
  const hearings = program.command('hearings').description('What is planned.');
  addNotice(hearings, terminal);
  hearings
    .command('due')
    .description('List what is to be done for hearings, and until when: notices, requests, reports, minutes.')
    .option(
      '--from <moment>',
      'deadlines from then on; without it, those of the last 90 days too',
      readMoment,
    )
    .option('--to <moment>', 'deadlines until then; without it, 90 days', readMoment)
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  hearth hearings due
  hearth hearings due --json | jq -r '.items[] | select(.overdue) | .title'`,
    )
    .action((wish: Wish) => due(terminal, wish));
}

async function due(terminal: Terminal, { json, ...wish }: Wish): Promise<void> {
  const [{ withServices }, { DueService }] = await Promise.all([
    import('../application.js'),
    import('#src/record/hearings/index.js'),
  ]);
  const answer = await withServices(terminal, (get) => get(DueService).list({ ...wish, limit: 1_000 }));
  if (json) {
    terminal.json(answer);
    return;
  }
  printTable(
    terminal,
    ['office day', 'due', 'act', 'hearing', 'law', 'state', 'id'],
    answer.items.map((act) => [
      act.officeDay,
      localTime(act),
      act.act,
      act.title,
      act.citation ?? '',
      act.overdue ? 'overdue' : '',
      act.hearingId,
    ]),
  );
  if (answer.more) terminal.say('There is more: --from and --to narrow it.');
}

/** `2015-10-19 23:59 America/Los_Angeles`: what is left of the minute does not count for people. */
function localTime({ dueAt, timeZone }: DueActDto): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return `${format.format(new Date(dueAt))} ${timeZone}`;
}

function readMoment(text: string): string {
  if (!isInstant(text))
    throw new UsageError('It must be a moment with its offset, like 2015-10-29T09:00:00-07:00.');
  return text;
}
