import { CommanderError, InvalidArgumentError } from 'commander';
import { domainErrorOf } from '#src/foundation/common/index.js';
import { EXIT } from './exit-codes.js';
import { plain } from './table.js';
import type { Terminal } from './terminal.js';

/** A command that cannot do what was asked, in a line for the person at the keyboard. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What went wrong has been told already, in more than a line. */
export class ToldRefusal extends Error {}

/** A value that no option or argument may have. */
export class UsageError extends InvalidArgumentError {}

/** Says what went wrong, in one line where it was to be expected, and answers the exit code. */
export function complain(terminal: Terminal, error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has said it already; help that was asked for is no mistake.
    if (error instanceof UsageError) terminal.say(`error: ${error.message}`);
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  if (error instanceof ToldRefusal) return EXIT.refused;
  const words = expected(error);
  terminal.say(`error: ${words === undefined ? stackOf(error) : plain(words)}`);
  return EXIT.refused;
}

/** The words of an error that its maker meant to be read; undefined for an accident, whose stack is wanted. */
function expected(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (['Refusal', 'StartupError'].includes(error.name)) return error.message;
  if ('detail' in error && error.name === 'DomainError') return String(error.detail);
  const trouble = domainErrorOf(error);
  return trouble && `${trouble.detail} (${error.message}) What was begun is not kept; run it again.`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
