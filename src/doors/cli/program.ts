import { Command } from 'commander';
import { addCommission } from './commands/commission.js';
import { addExport } from './commands/export.js';
import { addHearings } from './commands/hearings.js';
import { addImport } from './commands/import.js';
import { addKey } from './commands/key.js';
import { addSeason } from './commands/season.js';
import { addMigrate } from './commands/migrate.js';
import { addStatus } from './commands/status.js';
import { addVerify } from './commands/verify.js';
import { addUser } from './commands/user.js';
import { EXIT } from './exit-codes.js';
import { complain } from './failure.js';
import type { Terminal } from './terminal.js';

const AFTER = `
Exit codes: 0 done, 1 refused or failed, 2 wrong usage. Results go to stdout, talk to stderr.
It works on the database of the running server, or starts it for as long as it needs; HEARTH_DATA_DIR and
DATABASE_URL say which, as for the server. "hearth <command> --help" shows examples.`;

/** Runs one command line, without the two words before the command, and answers the exit code. */
export async function runCommand(terminal: Terminal, args: readonly string[]): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    return complain(terminal, error);
  }
}

/** All commands. Each loads what it needs when it runs: help and mistakes answer at once. */
function createProgram(terminal: Terminal): Command {
  const program = new Command('hearth')
    .description('The command line of Hearth, the record of a public commission.')
    .addHelpText('after', AFTER)
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => terminal.result(text.replace(/\n$/, '')),
      writeErr: (text) => terminal.say(text.replace(/\n$/, '')),
    })
    .showHelpAfterError('(--help shows how)');
  for (const add of [
    addImport,
    addExport,
    addHearings,
    addSeason,
    addKey,
    addUser,
    addCommission,
    addMigrate,
    addStatus,
    addVerify,
  ])
    add(program, terminal);
  return program;
}
