import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { deriveKey } from '../crypto/derive-key.js';
import { DomainError } from '../errors/domain-error.js';

/** Injection token of the installation's secret: a Buffer of at least 32 random bytes. */
export const SECRET_KEY = Symbol('SECRET_KEY');

/** A cursor opens only for the caller it was given to and for the query it came from. */
export interface CursorBinding {
  caller: string;
  /** The list and all its parameters but `cursor` and `limit`. */
  query: string;
}

const NONCE = 12;
const TAG = 16;

/** Seals cursors (AES-256-GCM), so that they tell nothing and grant nothing. */
@Injectable()
export class CursorSealer {
  private readonly key: Buffer;
  private readonly nonceKey: Buffer;

  constructor(@Inject(SECRET_KEY) secret: Buffer) {
    if (secret.length < 32) throw new Error('the secret key must have at least 32 bytes');
    this.key = deriveKey(secret, 'hearth cursor key');
    this.nonceKey = deriveKey(secret, 'hearth cursor nonce');
  }

  seal(payload: unknown, boundTo: CursorBinding): string {
    const plain = Buffer.from(JSON.stringify(payload));
    const aad = associated(boundTo);
    // Made from the content, not random: the same page must have the same bytes, or a list never answers 304.
    const nonce = createHmac('sha256', this.nonceKey).update(aad).update(plain).digest().subarray(0, NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(aad);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /** The payload; 400 `CURSOR_INVALID`, without saying why, for any other caller, query or text. */
  open(cursor: string, boundTo: CursorBinding): unknown {
    try {
      const sealed = Buffer.from(cursor, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE), {
        authTagLength: TAG,
      });
      decipher.setAAD(associated(boundTo)).setAuthTag(sealed.subarray(-TAG));
      const plain = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
      return JSON.parse(plain.toString()) as unknown;
    } catch {
      throw new DomainError(
        'malformed',
        'CURSOR_INVALID',
        'This cursor does not belong to this list. Begin anew.',
        {
          errors: [{ pointer: '/cursor', code: 'CURSOR_INVALID', detail: 'does not belong to this list' }],
        },
      );
    }
  }
}

function associated({ caller, query }: CursorBinding): Buffer {
  // JSON, so that no choice of caller and query can read as another pair.
  return Buffer.from(JSON.stringify([caller, query]));
}
