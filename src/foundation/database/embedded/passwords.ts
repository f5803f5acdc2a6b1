import { randomBytes } from 'node:crypto';
import type { PrivateFiles } from '#src/foundation/startup/index.js';

/** The logins of the embedded server. `postgres` is for making the others, `hearth_owner` owns the database. */
export interface Passwords {
  postgres: string;
  hearth_owner: string;
}

const file = 'postgres-passwords.json';

/** Made before the cluster and kept beside it, so that a start broken off in between can be continued. */
export function passwordsIn(folder: PrivateFiles): Passwords {
  const kept = folder.read(file);
  if (kept !== undefined) return JSON.parse(kept) as Passwords;
  const fresh = { postgres: randomPassword(), hearth_owner: randomPassword() };
  folder.write(file, JSON.stringify(fresh));
  return fresh;
}

function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}

export function hasPasswords(folder: PrivateFiles): boolean {
  return folder.read(file) !== undefined;
}
