import { createHmac } from 'node:crypto';

/** Connection URLs of the program's own database logins. */
export interface DatabaseLogins {
  /** `hearth_app`: takes the role of the signed-in caller inside each transaction. */
  readonly appUrl: string;
  /** `hearth_public`: reads what the public may read, nothing else. */
  readonly publicUrl: string;
}

export const LOGINS = Symbol('DatabaseLogins');

/**
 * The logins that belong to an owner's URL. Their passwords are derived from the owner's, so that every
 * replica started with the same `DATABASE_URL` knows them and none has to be stored. An operator who wants
 * the API to hold no owner's credential migrates separately and gives it the two URLs instead.
 */
export function loginsOf(ownerUrl: string): DatabaseLogins {
  return { appUrl: login(ownerUrl, 'hearth_app'), publicUrl: login(ownerUrl, 'hearth_public') };
}

export function derivedPassword(ownerUrl: string, role: string): string {
  const { password } = new URL(ownerUrl);
  if (!password) {
    throw new Error('DATABASE_URL has no password; give DATABASE_APP_URL and DATABASE_PUBLIC_URL as well');
  }
  return createHmac('sha256', decodeURIComponent(password))
    .update(`hearth login ${role}`)
    .digest('base64url');
}

function login(ownerUrl: string, role: string): string {
  const url = new URL(ownerUrl);
  url.password = derivedPassword(ownerUrl, role);
  url.username = role;
  return url.toString();
}
