import type { Command } from 'commander';
import type { ImportReport } from '#src/record/testimony/index.js';
import { ToldRefusal } from '../failure.js';
import { startProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { readDay, readText, readTimeZone } from '../values.js';
import { printRefusal, printReport } from './import-report.js';
import { addPopoloImport } from './popolo-import.js';

export interface ImportWish {
  title?: string;
  date?: string;
  zone?: string;
  draft?: boolean;
  dryRun?: boolean;
  strict?: boolean;
  json?: boolean;
}

/** `import hearing | popolo` */
export function addImport(program: Command, terminal: Terminal): void {
  const take = program.command('import').description('Take things in from files.');
  addPopoloImport(take, terminal);
  take
    .command('hearing')
    .description('Import a recorded hearing from the folder of a transcription service, whole or not at all.')
    .argument(
      '<folder>',
      'with transcript.json, and speakers.json, testimonies.json, hearing.json if there are any',
    )
    .option('--title <title>', "of the hearing; else the folder's name", readText)
    .option(
      '--date <day>',
      'of the hearing, YYYY-MM-DD; else as the addresses in testimonies.json say',
      readDay,
    )
    .option('--zone <name>', 'time zone of the hearing; else America/Los_Angeles', readTimeZone)
    .option('--draft', 'keep it at the desk instead of posting it')
    .option('--dry-run', 'do everything, report it, and take it all back')
    .option('--strict', 'import nothing if any row must be refused')
    .option('--json', 'the report as JSON, with every remark')
    .addHelpText(
      'after',
      `
The folder's name is the key: importing the same folder again changes nothing, another content under the same name
is refused.

Examples:
  hearth import hearing ./2026-03-02-fresno --zone America/Los_Angeles --dry-run
  hearth import hearing ./2026-03-02-fresno --title "Regional summit, Fresno"`,
    )
    .action((folder: string, wish: ImportWish) => run(terminal, folder, wish));
}

async function run(terminal: Terminal, path: string, wish: ImportWish): Promise<void> {
  const begun = performance.now();
  const [
    { withServices },
    { SearchKeeper },
    { HearingImport, IMPORT_STAGES, problemsOf, readHearingFolder },
  ] = await Promise.all([
    import('../application.js'),
    import('#src/holdings/search/index.js'),
    import('#src/record/testimony/index.js').then(({ importing }) => importing()),
  ]);
  const progress = await startProgress(terminal, IMPORT_STAGES.length + 2);
  let report: ImportReport;
  try {
    progress.stage('reading the folder');
    const folder = await readHearingFolder(path);
    progress.stage('reaching the database');
    report = await withServices(terminal, async (get) => {
      const made = await get(HearingImport).run(folder, {
        ...(wish.title !== undefined && { title: wish.title }),
        ...(wish.date !== undefined && { date: wish.date }),
        ...(wish.zone !== undefined && { timeZone: wish.zone }),
        draft: wish.draft ?? false,
        dryRun: wish.dryRun ?? false,
        strict: wish.strict ?? false,
        onStage: (stage) => progress.stage(TITLES[stage]),
      });
      // Spelling help knows the new words at once. Should it fail, the server does it within the minute.
      await get(SearchKeeper)
        .tend()
        .catch(() => null);
      return made;
    });
    progress.end();
  } catch (error) {
    progress.end();
    const problems = problemsOf(error);
    if (problems.length === 0) throw error;
    printRefusal(terminal, path, problems, wish.json ?? false);
    throw new ToldRefusal('The folder was refused', { cause: error });
  }
  printReport(terminal, report, wish.json ?? false);
  terminal.say(`${((performance.now() - begun) / 1000).toFixed(2)} s in all`);
}

const TITLES = {
  records: 'writing the hearing and its testimonies',
  cues: 'writing the transcript',
  entries: 'indexing testimonies',
  passages: 'indexing the transcript',
  committing: 'committing',
} as const;
