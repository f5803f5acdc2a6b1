import type { Command } from 'commander';
import { MIGRATIONS } from '#migrations/index.js';
import { withDatabase } from '../database.js';
import type { Terminal } from '../terminal.js';

/** `migrate` */
export function addMigrate(program: Command, terminal: Terminal): void {
  program
    .command('migrate')
    .description(
      'Bring the schema of the database up to this version. The server does so by itself at its start.',
    )
    .addHelpText(
      'after',
      `
For servers that are given DATABASE_APP_URL and DATABASE_PUBLIC_URL and no owner's login: run it once before them.

Example:
  DATABASE_URL=postgres://owner:...@db:5432/hearth hearth migrate`,
    )
    .action(async () => {
      // Reaching the database brings its schema up, or fails.
      await withDatabase(terminal, () => Promise.resolve());
      terminal.result(`The schema is up to date: ${MIGRATIONS.length} migrations.`);
    });
}
