import { createHash, randomBytes } from 'node:crypto';

/** `hearth_<prefix>_<secret>`: the prefix names the key in lists and logs, the secret is kept as a hash alone. */
export interface Key {
  readonly prefix: string;
  readonly secret: string;
}

const SHAPE = /^hearth_([a-z0-9]{10})_([A-Za-z0-9_-]{43})$/;

/** A new key; its secret holds 256 random bits, so that a plain SHA-256 is hash enough. */
export function newKey(): Key {
  return { prefix: randomBytes(5).toString('hex'), secret: randomBytes(32).toString('base64url') };
}

export function formatKey(key: Key): string {
  return `hearth_${key.prefix}_${key.secret}`;
}

/** The key in an `Authorization` header, or null if it holds none of ours. */
export function parseBearer(authorization: string): Key | null {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization.trim());
  const match = bearer && SHAPE.exec(bearer[1] ?? '');
  return match ? { prefix: match[1] as string, secret: match[2] as string } : null;
}

export function hashOf(key: Key): Buffer {
  return createHash('sha256').update(key.secret).digest();
}
