import type { Command } from 'commander';
import type { Terminal } from '../terminal.js';
import { plain } from '../table.js';
import { assertDaysInOrder, readDay } from '../values.js';
import { writeNew } from '../write-new.js';

interface Wish {
  from?: string;
  to?: string;
}

/** `export calendar` */
export function addCalendarExport(give: Command, terminal: Terminal): void {
  give
    .command('calendar')
    .description('Write the open meetings as a calendar (iCalendar), the one that the public subscribes to.')
    .argument('<file>', 'a new file; - for stdout')
    .option('--from <day>', 'the first day; without either, a year ago', readDay)
    .option('--to <day>', 'the last day, which is included; without it there is none', readDay)
    .addHelpText(
      'after',
      `
PUBLIC_URL, as for the server, names the meetings and makes the links to them.

Examples:
  PUBLIC_URL=https://hearings.example.org hearth export calendar meetings.ics
  hearth export calendar - --from 2015-10-01 --to 2016-06-30 > season.ics`,
    )
    .action((file: string, wish: Wish) => run(terminal, file, wish));
}

async function run(terminal: Terminal, file: string, days: Wish): Promise<void> {
  assertDaysInOrder(days);
  const [{ withServices }, { CalendarService, PublicAddress }] = await Promise.all([
    import('../application.js'),
    import('#src/deliberation/publication/index.js'),
  ]);
  const { text, told } = await withServices(terminal, async (get) => {
    const address = get(PublicAddress);
    const calendar = await get(CalendarService).all(days, address.without());
    return { text: calendar.text, told: address.isTold };
  });
  if (!told) terminal.say('PUBLIC_URL is not set: the links name http://localhost.');
  if (file === '-') {
    terminal.text(text);
    return;
  }
  await writeNew(file, text);
  terminal.result(`Exported: ${plain(file)}`);
}
