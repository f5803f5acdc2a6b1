import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey, SECRET_KEY } from '#src/foundation/common/index.js';

/** Whose secret it is. */
export interface TotpPlace {
  readonly accountId: string;
  readonly factorId: string;
}

const NONCE = 12;
const TAG = 16;

/**
 * TOTP secrets as the database keeps them (AES-256-GCM): nonce, ciphertext, tag. Bound to their row, so that whoever
 * writes to the database cannot put a secret they know in the place of another's.
 */
@Injectable()
export class TotpSecrets {
  private readonly key: Buffer;

  constructor(@Inject(SECRET_KEY) secret: Buffer) {
    this.key = deriveKey(secret, 'hearth totp secret');
  }

  seal(secret: Buffer, place: TotpPlace): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(associated(place));
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  /** null for what was not sealed here for this place. */
  open(sealed: Buffer, place: TotpPlace): Buffer | null {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE), {
        authTagLength: TAG,
      });
      decipher.setAAD(associated(place)).setAuthTag(sealed.subarray(-TAG));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
    } catch {
      return null;
    }
  }
}

const associated = ({ accountId, factorId }: TotpPlace): Buffer => Buffer.from(`${accountId} ${factorId}`);
