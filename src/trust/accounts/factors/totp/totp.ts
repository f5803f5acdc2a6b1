import { Secret, TOTP } from 'otpauth';
import { randomBytes } from 'node:crypto';

const PERIOD = 30;
const SETTINGS = { algorithm: 'SHA1', digits: 6, period: PERIOD } as const;

/** As many bytes as SHA-1 has (RFC 4226, 4, R6). */
export const newTotpSecret = (): Buffer => randomBytes(20);

/**
 * The time step (RFC 6238, 4.2) whose code it is: the present one, the one before or the one after, since clocks
 * and fingers are not exact (5.2). null if it is none of theirs.
 */
export function stepOf(code: string, secret: Buffer, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = TOTP.validate({ ...SETTINGS, token: code, secret: secretOf(secret), timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period: PERIOD, timestamp }) + delta;
}

/** For an app that cannot read the address: base 32 (RFC 4648). */
export const base32Of = (secret: Buffer): string => secretOf(secret).base32;

/** What an app reads from a picture: `otpauth://totp/...`. */
export function totpUri(secret: Buffer, { issuer, label }: { issuer: string; label: string }): string {
  return new TOTP({ ...SETTINGS, issuer, label, secret: secretOf(secret) }).toString();
}

/** A copy: a small Buffer is a window on memory that it shares. */
const secretOf = (secret: Buffer): Secret => new Secret({ buffer: new Uint8Array(secret).buffer });
