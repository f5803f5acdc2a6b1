import { StartupError, codeOf } from '#src/foundation/startup/index.js';

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
]);

const refusals: Record<string, string> = {
  '28P01': 'The database refuses the user or the password of DATABASE_URL.',
  '28000': 'The database lets the user of DATABASE_URL not in from here.',
  '3D000': 'The database named in DATABASE_URL does not exist on its server.',
  '42501':
    'The user of DATABASE_URL may not do what a migration needs: it must own the database and have CREATEROLE.',
  '53100': 'The disk of the database is full.',
  '53300': 'The database has no free connection.',
  '57P03': 'The database is starting up or shutting down; try again in a moment.',
};

/** The usual reasons why a database cannot be used, in one line without any of its address; others as they came. */
export function databaseTrouble(error: unknown): unknown {
  if (error instanceof StartupError || !(error instanceof Error)) return error;
  const code = codeOf(error) ?? '';
  if (unreachable.has(code)) {
    return new StartupError(`The database of DATABASE_URL cannot be reached (${code}).`, { cause: error });
  }
  const refusal = refusals[code];
  if (refusal !== undefined) return new StartupError(refusal, { cause: error });
  // Errors without a code are said by ourselves (a newer schema, missing migrations) or by the client (a timeout).
  return code === '' ? new StartupError(`${error.message}.`.replace(/\.\.$/, '.'), { cause: error }) : error;
}
