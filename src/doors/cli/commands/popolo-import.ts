import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { PopoloRemark, PopoloReport } from '#src/record/commission/index.js';
import { Refusal, ToldRefusal } from '../failure.js';
import { plain } from '../table.js';
import type { Terminal } from '../terminal.js';

/** A commission of fifty years is a few megabytes. */
const LARGEST = 64 * 1024 * 1024;

/** A long list tells a person no more than a short one; `--json` has all of it. */
const SHOWN = 20;

interface Wish {
  dryRun?: boolean;
  json?: boolean;
}

/** `import popolo` */
export function addPopoloImport(take: Command, terminal: Terminal): void {
  take
    .command('popolo')
    .description('Take in people, posts and memberships from Popolo JSON, whole or not at all.')
    .argument('<file>', 'as "export popolo" writes it, or of another maker')
    .option('--dry-run', 'do everything, report it, and take it all back')
    .option('--json', 'the report as JSON, with every remark')
    .addHelpText(
      'after',
      `
The same file again changes nothing; a record that is there otherwise is refused. Fields without a place here are
told, each with its JSON pointer. Nobody is public whom the file does not say to be listed, but for those who sit
or hold an office: they are, and a file that says otherwise is refused.

Example:
  hearth import popolo commission.json --dry-run`,
    )
    .action((file: string, wish: Wish) => run(terminal, file, wish));
}

async function run(terminal: Terminal, file: string, { dryRun = false, json = false }: Wish): Promise<void> {
  const [{ withServices }, { PopoloImport, PopoloRefusal }] = await Promise.all([
    import('../application.js'),
    import('#src/record/commission/index.js'),
  ]);
  const text = await read(file);
  try {
    const report = await withServices(terminal, (get) => get(PopoloImport).run(text, { dryRun }));
    printReport(terminal, file, report, json);
  } catch (error) {
    if (!(error instanceof PopoloRefusal)) throw error;
    if (json) terminal.json({ outcome: 'refused', problems: error.problems });
    for (const problem of error.problems.slice(0, SHOWN)) terminal.say(`error: ${placed(problem)}`);
    const more = error.problems.length - SHOWN;
    if (more > 0) terminal.say(`       and ${more} more`);
    terminal.say(`Nothing of ${plain(file)} was imported.`);
    throw new ToldRefusal('The file was refused', { cause: error });
  }
}

async function read(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > LARGEST) throw new Refusal(`${plain(file)} is larger than 64 MB.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(`${plain(file)} cannot be read: ${code}.`);
  }
}

const OUTCOMES = {
  imported: 'Imported',
  unchanged: 'Unchanged: all of it was there',
  would_import: 'Dry run, nothing was kept; it would have imported',
} as const;

function printReport(terminal: Terminal, file: string, report: PopoloReport, asJson: boolean): void {
  if (asJson) {
    terminal.json(report);
    return;
  }
  terminal.result(`${OUTCOMES[report.outcome]}: ${plain(file)}`);
  for (const [kind, number] of Object.entries(report.came)) {
    if (number > 0) terminal.result(`  ${kind.padEnd(14)}${number}`);
  }
  for (const remark of report.remarks.slice(0, SHOWN)) terminal.say(`note: ${placed(remark)}`);
  const more = report.remarks.length - SHOWN;
  if (more > 0) terminal.say(`      and ${more} more; --json lists them all`);
}

const placed = ({ pointer, code, detail }: PopoloRemark): string =>
  plain(`${pointer === '' ? '' : `${pointer}: `}${detail} [${code}]`);
