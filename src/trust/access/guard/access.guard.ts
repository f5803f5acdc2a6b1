import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { DomainError } from '#src/foundation/common/index.js';
import { setActor } from '../current-actor.js';
import { type Actor, PUBLIC_ACTOR } from '../rules/index.js';
import { AUTHENTICATOR, type Authenticator } from './authenticator.js';
import { PUBLIC_SCOPE, REQUIRES } from './decorators.js';
import { type Permission, rolesGrant, SCOPE_OF, type Scope } from './permission.js';

/** Denies by default: a handler that says neither `@Public()` nor `@Requires()` answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const open = this.reflector.get<Scope | true | undefined>(PUBLIC_SCOPE, handler);
    const permission = this.reflector.get<Permission | undefined>(REQUIRES, handler);
    const actor = await this.actorOf(context.switchToHttp().getRequest<Request>());
    if (permission) {
      this.demand(actor, permission);
      setActor(actor);
      return true;
    }
    if (open === undefined) throw new DomainError('forbidden', 'FORBIDDEN', 'This is not open to anybody.');
    setActor(open !== true && !inScope(actor, open) ? PUBLIC_ACTOR : actor);
    return true;
  }

  private async actorOf(request: Request): Promise<Actor> {
    const { authorization } = request.headers;
    if (authorization === undefined) return PUBLIC_ACTOR;
    const actor = await this.authenticator.authenticate(authorization);
    if (actor) return actor;
    throw new DomainError('unauthenticated', 'KEY_INVALID', 'The key is unknown, expired or revoked.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="hearth", error="invalid_token"' },
    });
  }

  private demand(actor: Actor, permission: Permission): void {
    if (actor.id === null) {
      throw new DomainError(
        'unauthenticated',
        'KEY_REQUIRED',
        'This needs a key: Authorization: Bearer ...',
        {
          headers: { 'WWW-Authenticate': 'Bearer realm="hearth"' },
        },
      );
    }
    if (!rolesGrant(actor.roles, permission)) {
      throw new DomainError('forbidden', 'FORBIDDEN', `This needs the permission ${permission}.`);
    }
    if (!inScope(actor, SCOPE_OF[permission])) {
      throw new DomainError(
        'forbidden',
        'SCOPE_MISSING',
        `The key's scopes leave out ${SCOPE_OF[permission]}.`,
      );
    }
  }
}

/** A key without scopes may all that its roles may. */
function inScope(actor: Actor, scope: Scope): boolean {
  return actor.scopes.length === 0 || actor.scopes.includes(scope);
}
