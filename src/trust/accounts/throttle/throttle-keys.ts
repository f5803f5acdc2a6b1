import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { deriveKey, networkOf, SECRET_KEY } from '#src/foundation/common/index.js';

const DAY_MS = 86_400_000;

/**
 * What counts are kept under: an HMAC under a key of the installation and the day. Every process makes the same, and
 * without the installation's secret none leads back to an address or a network. With the day (UTC) counts begin anew.
 */
@Injectable()
export class ThrottleKeys {
  private day = -1;
  private key: Buffer = Buffer.alloc(0);

  constructor(@Inject(SECRET_KEY) private readonly secret: Buffer) {}

  of(account: string): string {
    return this.hmac(`account\0${account}`);
  }

  ofNetwork(ip: string): string {
    return this.hmac(`network\0${networkOf(ip)}`);
  }

  ofPair(account: string, ip: string): string {
    return this.hmac(`pair\0${account}\0${networkOf(ip)}`);
  }

  ofBrowser(account: string, browser: string): string {
    return this.hmac(`browser\0${account}\0${browser}`);
  }

  private hmac(text: string): string {
    const today = Math.floor(Date.now() / DAY_MS);
    if (today !== this.day) {
      this.day = today;
      this.key = deriveKey(this.secret, `hearth throttle ${today}`);
    }
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}
