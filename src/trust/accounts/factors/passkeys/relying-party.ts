import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { isIP } from 'node:net';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import { passkeysUnavailable } from '../factor.errors.js';

/** This server as WebAuthn knows it: a passkey made for one `id` answers to no other, and from no other origin. */
export interface Party {
  readonly id: string;
  readonly origin: string;
}

@Injectable()
export class RelyingParty {
  constructor(@Inject(CONFIG) private readonly config: HearthConfig) {}

  /** What an authenticator shows its owner. */
  get name(): string {
    const { publicUrl } = this.config;
    return publicUrl === undefined ? 'Hearth' : `Hearth ${new URL(publicUrl).hostname}`;
  }

  /**
   * From `PUBLIC_URL`. Without one the request's own origin, but this machine's alone: whoever could name another in
   * `Host` would choose for which site a passkey is good.
   *
   * @throws DomainError 409 PASSKEYS_UNAVAILABLE
   */
  of(request: Request): Party {
    const { publicUrl } = this.config;
    const address = publicUrl ?? `${request.protocol}://${request.headers.host ?? ''}`;
    const { hostname, origin } = URL.canParse(address) ? new URL(address) : { hostname: '', origin: '' };
    const isNamed = hostname !== '' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
    if (!isNamed || (publicUrl === undefined && hostname !== 'localhost')) throw passkeysUnavailable();
    return { id: hostname, origin };
  }
}
