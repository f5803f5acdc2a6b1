import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '#src/foundation/common/index.js';
import { type Actor, type Authenticator, PUBLIC_ACTOR } from '#src/trust/access/index.js';
import { KeyAuthenticator } from './keys/key-authenticator.js';
import { Csrf } from './sessions/csrf.js';
import { actorOfSession } from './sessions/session-user.js';

/** A key in `Authorization` or a session in a cookie; a request that brings both is the key's. */
@Injectable()
export class RequestAuthenticator implements Authenticator {
  constructor(
    private readonly keys: KeyAuthenticator,
    private readonly csrf: Csrf,
  ) {}

  async authenticate(request: Request): Promise<Actor> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.ofKey(authorization);
    const actor = actorOfSession(request);
    if (!actor) return PUBLIC_ACTOR;
    this.csrf.assertOwn(request);
    return actor;
  }

  private async ofKey(authorization: string): Promise<Actor> {
    const actor = await this.keys.authenticate(authorization);
    if (actor) return actor;
    throw new DomainError('unauthenticated', 'KEY_INVALID', 'The key is unknown, expired or revoked.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="hearth", error="invalid_token"' },
    });
  }
}
