import type { Command } from 'commander';
import type { SeasonCountsDto, SeasonDto } from '#src/record/hearings/index.js';
import { printTable } from '../table.js';
import type { Terminal } from '../terminal.js';
import { assertDaysInOrder, readDay } from '../values.js';

interface Wish {
  from?: string;
  to?: string;
  json?: boolean;
}

/** `season` */
export function addSeason(program: Command, terminal: Terminal): void {
  program
    .command('season')
    .description('Show what was promised against what was held.')
    .option('--from <day>', 'the first day, by the commission’s clock', readDay)
    .option('--to <day>', 'the last day, which is included', readDay)
    .option('--json', 'as JSON, with sectors, languages and hearings too')
    .addHelpText(
      'after',
      `
A line for each promise of the plan, each kind of hearing and each zone. Ahead: planned, noticed or in session; of a
zone, postponed as well.

Examples:
  hearth season
  hearth season --from 2015-10-01 --to 2016-06-30
  hearth season --json | jq -r '.zones[] | select(.covered | not) | .name'`,
    )
    .action((wish: Wish) => show(terminal, wish));
}

async function show(terminal: Terminal, { json, ...days }: Wish): Promise<void> {
  assertDaysInOrder(days);
  const [{ withServices }, { SeasonService }] = await Promise.all([
    import('../application.js'),
    import('#src/record/hearings/index.js'),
  ]);
  const season = await withServices(terminal, (get) => get(SeasonService).get(days));
  if (json) terminal.json(season);
  else printTable(terminal, HEADINGS, linesOf(season));
}

const HEADINGS = [
  'of',
  'name',
  'promised',
  'held',
  'ahead',
  'postponed',
  'cancelled',
  'outstanding',
  'due',
] as const;

function linesOf({ plan, kinds, zones }: SeasonDto): string[][] {
  return [
    ...plan.map((item) => [
      'plan',
      item.label,
      `${item.promised}`,
      ...countsOf(item),
      `${item.outstanding}`,
      item.dueOn ?? '',
    ]),
    ...kinds.map((kind) => ['kind', kind.kind, `${kind.promised ?? ''}`, ...countsOf(kind), '', '']),
    ...zones.map(({ number, name, held, ahead }) => [
      'zone',
      `${number} ${name}`,
      '',
      `${held}`,
      `${ahead}`,
      ...['', '', '', ''],
    ]),
  ];
}

const countsOf = ({ held, planned, noticed, inSession, postponed, cancelled }: SeasonCountsDto): string[] =>
  [held, planned + noticed + inSession, postponed, cancelled].map(String);
