import type { Command } from 'commander';
import { plain } from '../table.js';
import type { Terminal } from '../terminal.js';
import { addCalendarExport } from './calendar-export.js';
import { addPopoloExport } from './popolo-export.js';

interface ExportWish {
  recording?: string;
  json?: boolean;
}

/** `export hearing | popolo | calendar` */
export function addExport(program: Command, terminal: Terminal): void {
  const give = program.command('export').description('Give things back as files.');
  addPopoloExport(give, terminal);
  addCalendarExport(give, terminal);
  give
    .command('hearing')
    .description(
      'Write a recorded hearing as a folder that "import hearing" takes. Only what is posted leaves.',
    )
    .argument('<hearing>', 'its id, or the name of the folder it was imported from')
    .argument('<folder>', 'a new or an empty one')
    .option('--recording <id>', 'which one, where several of the hearing have a transcript')
    .option('--json', 'the report as JSON')
    .addHelpText('after', '\nExample:\n  hearth export hearing 2026-03-02-fresno ./handed-over')
    .action((hearing: string, folder: string, wish: ExportWish) => run(terminal, hearing, folder, wish));
}

async function run(terminal: Terminal, hearing: string, folder: string, wish: ExportWish): Promise<void> {
  const [{ withServices }, { HearingExport }] = await Promise.all([
    import('../application.js'),
    import('#src/record/testimony/index.js').then(({ importing }) => importing()),
  ]);
  const report = await withServices(terminal, (get) =>
    get(HearingExport).run(hearing, folder, wish.recording),
  );
  if (wish.json) {
    terminal.json({ outcome: 'exported', ...report });
    return;
  }
  const { cues, speakers, testimonies } = report.counts;
  terminal.result(`Exported: ${plain(report.title)}`);
  terminal.result(`  ${cues} cues, ${speakers} speakers, ${testimonies} testimonies`);
  if (report.leftOut > 0) {
    terminal.result(`  ${report.leftOut} testimonies left out: written, of another recording, or not posted`);
  }
}
