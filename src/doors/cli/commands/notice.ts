import { type Command, Option } from 'commander';
import { Refusal } from '../failure.js';
import type { Terminal } from '../terminal.js';
import { readId } from '../values.js';

interface Wish {
  format: 'text' | 'html';
}

/** Its number is its order. */
const NEWEST = { limit: 1, sort: '-number' };

/** `hearings notice` */
export function addNotice(hearings: Command, terminal: Terminal): void {
  hearings
    .command('notice')
    .description('Print the newest notice of a hearing, as it was given.')
    .argument('<hearing>', 'its id', readId)
    .addOption(
      new Option('--format <format>', 'plain text, or a whole page')
        .choices(['text', 'html'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  hearth hearings notice 5b0c1d1e-6a0f-4e0c-9c2b-0f4f3a7f1d11 | lp
  hearth hearings notice 5b0c1d1e-6a0f-4e0c-9c2b-0f4f3a7f1d11 --format html > notice.html`,
    )
    .action((hearing: string, wish: Wish) => print(terminal, hearing, wish));
}

async function print(terminal: Terminal, hearing: string, { format }: Wish): Promise<void> {
  const [{ withServices }, { NoticeService }] = await Promise.all([
    import('../application.js'),
    import('#src/record/hearings/index.js'),
  ]);
  const notice = await withServices(terminal, async (get) => {
    const notices = get(NoticeService);
    const [newest] = (await notices.list(hearing, NEWEST, false)).items;
    return newest && notices.get(hearing, newest.id);
  });
  if (!notice) throw new Refusal('No notice was given of this hearing.');
  terminal.text(notice[format]);
}
