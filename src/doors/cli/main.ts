import { EXIT } from './exit-codes.js';
import { complain } from './failure.js';
import { createProgram } from './program.js';
import { Terminal } from './terminal.js';

const terminal = new Terminal();
try {
  await createProgram(terminal).parseAsync(process.argv);
  process.exitCode ??= EXIT.done;
} catch (error) {
  process.exitCode = complain(terminal, error);
}
