import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey, SECRET_KEY } from '#src/foundation/common/index.js';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';

const DAYS = 90;

/**
 * A cookie that says: somebody signed in to this account with this browser before (OWASP's device cookie). It opens
 * nothing. It gives the browser attempts of its own, so that strangers who use up the account's keep its person out
 * of no browser they know.
 */
@Injectable()
export class KnownBrowser {
  private readonly key: Buffer;
  private readonly isSecure: boolean;
  private readonly pattern: RegExp;
  private readonly name: string;

  constructor(@Inject(SECRET_KEY) secret: Buffer, @Inject(CONFIG) { publicUrl }: HearthConfig) {
    this.key = deriveKey(secret, 'hearth known browser');
    this.isSecure = publicUrl?.startsWith('https:') ?? false;
    this.name = this.isSecure ? '__Host-hearth-browser' : 'hearth-browser';
    this.pattern = new RegExp(`(?:^|; *)${this.name}=([\\w-]{22})\\.(\\d{1,12})\\.([\\w-]{43})(?:;|$)`);
  }

  /** What names the browser, if it is known to the account. */
  of(request: Request, emailKey: string): string | undefined {
    const [, nonce, until, given] = this.pattern.exec(request.headers.cookie ?? '') ?? [];
    if (nonce === undefined || until === undefined || given === undefined) return undefined;
    if (Number(until) * 1000 < Date.now()) return undefined;
    const isOurs = timingSafeEqual(Buffer.from(given), Buffer.from(this.mac(emailKey, nonce, until)));
    return isOurs ? nonce : undefined;
  }

  /** Before the answer is sent. */
  remember(request: Request, emailKey: string): void {
    const nonce = randomBytes(16).toString('base64url');
    const until = String(Math.floor(Date.now() / 1000) + DAYS * 86_400);
    request.res?.cookie(this.name, `${nonce}.${until}.${this.mac(emailKey, nonce, until)}`, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.isSecure,
      maxAge: DAYS * 86_400_000,
    });
  }

  private mac(emailKey: string, nonce: string, until: string): string {
    return createHmac('sha256', this.key).update(`${emailKey}\0${nonce}\0${until}`).digest('base64url');
  }
}
