import type { Command } from 'commander';
import type { CommissionDto } from '#src/record/commission/index.js';
import { UsageError } from '../failure.js';
import { printTable } from '../table.js';
import type { Terminal } from '../terminal.js';

interface Wish {
  name?: string;
  mandate?: string;
  founded?: string;
  dissolved?: string;
  profile?: string;
  quorum?: string;
  zone?: string;
  language?: string;
  clear?: string[];
  json?: boolean;
}

/** Option -> field of the commission. */
const FIELDS = {
  name: 'name',
  mandate: 'mandate',
  founded: 'foundedOn',
  dissolved: 'dissolvedOn',
  profile: 'legalProfile',
  quorum: 'quorum',
  zone: 'timeZone',
  language: 'language',
} as const;

const CLEARABLE = ['mandate', 'founded', 'dissolved', 'quorum'] as const;

/** `commission show | set` */
export function addCommission(program: Command, terminal: Terminal): void {
  const commission = program.command('commission').description('The commission whose record this is.');

  commission
    .command('show')
    .description('Show its name, mandate, days, law, quorum, time zone and language.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  hearth commission show --json | jq -r .timeZone')
    .action((wish: Wish) => show(terminal, wish));

  commission
    .command('set')
    .description('Change what is named and leave the rest; show what it then is.')
    .option('--name <name>', 'its name')
    .option('--mandate <text>', 'what it was set up to do')
    .option('--founded <day>', 'its first day, YYYY-MM-DD')
    .option('--dissolved <day>', 'its last day')
    .option('--profile <law>', 'whose open-meeting law binds it: none, bagley_keene or brown')
    .option('--quorum <members>', 'how many make a quorum; cleared, more than half of the seats')
    .option('--zone <name>', 'its time zone, like America/Los_Angeles')
    .option('--language <tag>', 'what it writes in, like en')
    .option('--clear <field...>', `takes back what was said of ${CLEARABLE.join(', ')}`)
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  hearth commission set --name "Blue Ribbon Commission" --profile bagley_keene
  hearth commission set --quorum 9 --clear dissolved`,
    )
    .action((wish: Wish) => set(terminal, wish));
}

async function show(terminal: Terminal, wish: Wish): Promise<void> {
  print(terminal, await withCommission(terminal, (commission) => commission.get()), wish);
}

async function set(terminal: Terminal, wish: Wish): Promise<void> {
  const { createValidationPipe, DomainError } = await import('#src/foundation/common/index.js');
  const { UpdateCommissionDto } = await import('#src/record/commission/index.js');
  const said = saidIn(wish);
  if (Object.keys(said).length === 0) throw new UsageError('Say what to change: --help shows what can be.');
  const input = await Promise.resolve(
    createValidationPipe().transform(said, { type: 'body', metatype: UpdateCommissionDto }),
  ).catch((error: unknown) => {
    throw error instanceof DomainError ? new UsageError(error.errors.map(inOptions).join(' ')) : error;
  });
  print(
    terminal,
    await withCommission(terminal, (commission) =>
      commission.update('*', input as InstanceType<typeof UpdateCommissionDto>),
    ),
    wish,
  );
}

/** The body that the interface would be sent. */
function saidIn(wish: Wish): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const option of wish.clear ?? []) {
    const field = CLEARABLE.find((one) => one === option);
    if (field === undefined) throw new UsageError(`--clear takes ${CLEARABLE.join(', ')}.`);
    if (wish[field] !== undefined) throw new UsageError(`--${field} is both said and cleared.`);
    said[FIELDS[field]] = null;
  }
  for (const option of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
    const value = wish[option];
    if (value !== undefined) said[FIELDS[option]] = option === 'quorum' ? numberIn(value) : value;
  }
  return said;
}

const numberIn = (text: string): unknown => (/^\d{1,9}$/.test(text) ? Number(text) : text);

function inOptions({ pointer, detail }: { pointer: string; detail: string }): string {
  const option = Object.entries(FIELDS).find(([, field]) => pointer === `/${field}`)?.[0];
  return `--${option ?? pointer} ${detail}.`;
}

function print(terminal: Terminal, commission: CommissionDto, { json }: Wish): void {
  if (json) terminal.json(commission);
  else
    printTable(
      terminal,
      ['option', 'value'],
      Object.entries(FIELDS).map(([option, field]) => [option, String(commission[field] ?? '')]),
    );
}

async function withCommission<T>(
  terminal: Terminal,
  work: (commission: import('#src/record/commission/index.js').CommissionService) => Promise<T>,
): Promise<T> {
  const [{ withServices }, { CommissionService }] = await Promise.all([
    import('../application.js'),
    import('#src/record/commission/index.js'),
  ]);
  return withServices(terminal, (get) => work(get(CommissionService)));
}
