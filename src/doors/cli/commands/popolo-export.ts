import type { Command } from 'commander';
import type { Terminal } from '../terminal.js';
import { plain } from '../table.js';
import { writeNew } from '../write-new.js';

/** `export popolo` */
export function addPopoloExport(give: Command, terminal: Terminal): void {
  give
    .command('popolo')
    .description(
      'Write the commission, its posts and who held them as Popolo JSON. Only what is public leaves.',
    )
    .argument('<file>', 'a new file; - for stdout')
    .option('--all', 'what the desk alone may know too: people and organisations that are not listed')
    .addHelpText(
      'after',
      `
Contacts are in no export.

Examples:
  hearth export popolo commission.json
  hearth export popolo - | jq -r ".persons[].name"`,
    )
    .action((file: string, wish: { all?: boolean }) => run(terminal, file, wish.all ?? false));
}

async function run(terminal: Terminal, file: string, all: boolean): Promise<void> {
  const [{ withServices }, { PopoloExport }, { actAs, PUBLIC_ACTOR }] = await Promise.all([
    import('../application.js'),
    import('#src/record/commission/index.js'),
    import('#src/trust/access/index.js'),
  ]);
  const popolo = await withServices(terminal, (get) => {
    const give = () => get(PopoloExport).run();
    return all ? give() : actAs(PUBLIC_ACTOR, give);
  });
  if (file === '-') {
    terminal.json(popolo);
    return;
  }
  await writeNew(file, `${JSON.stringify(popolo, null, 2)}\n`);
  const { persons, posts, memberships } = popolo;
  terminal.result(`Exported: ${plain(file)}`);
  terminal.result(`  ${persons.length} persons, ${posts.length} posts, ${memberships.length} memberships`);
}
