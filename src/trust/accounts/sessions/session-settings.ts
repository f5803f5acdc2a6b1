import type { CookieOptions } from 'express';

/** Sessions end after so long without a request, and in any case after so long (docs/model/accounts.md). */
export const IDLE_MINUTES = 15;
export const ABSOLUTE_HOURS = 8;

/** Half a sign-in is not kept waiting. */
export const SIGN_IN_MINUTES = 10;

/**
 * A browser takes a `__Host-` cookie only over TLS, for this host alone and the whole of it (RFC 6265bis, 4.1.3.2).
 * A plain start on loopback has no TLS: there the cookie has a name of its own.
 */
export function cookieNameOf(publicUrl: string | undefined): string {
  return isSecure(publicUrl) ? '__Host-hearth' : 'hearth-sid';
}

export function cookieOf(
  publicUrl: string | undefined,
): Pick<CookieOptions, 'path' | 'httpOnly' | 'sameSite' | 'secure'> {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl) };
}

export function isSecure(publicUrl: string | undefined): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}
