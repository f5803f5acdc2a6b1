import { hkdfSync } from 'node:crypto';

/** A key of 32 bytes for one purpose, from the installation's secret (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}
