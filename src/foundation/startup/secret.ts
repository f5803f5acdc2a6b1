import { randomBytes } from 'node:crypto';
import type { PrivateFiles } from './private-files.js';
import { StartupError } from './startup-error.js';

/** The configured secret, else the one kept in the data folder, made at the first start. */
export function sealingSecret(configured: string | undefined, files: PrivateFiles): string {
  if (configured !== undefined) return configured;
  const kept = files.read('secret')?.trim();
  if (kept === undefined) {
    const fresh = randomBytes(32).toString('base64url');
    files.write('secret', `${fresh}\n`);
    return fresh;
  }
  if (kept.length >= 32) return kept;
  throw new StartupError(
    `${files.path('secret')} must have at least 32 characters; remove it to get a new one.`,
  );
}
