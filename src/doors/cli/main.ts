import { runCommand } from './program.js';
import { Terminal } from './terminal.js';

// Not process.exit: what was written to a pipe would be cut off.
process.exitCode = await runCommand(new Terminal(), process.argv.slice(2));
