import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { DomainError } from '#src/foundation/common/index.js';
import { setActor } from '../current-actor.js';
import { type Actor, PUBLIC_ACTOR } from '../rules/index.js';
import { AUTHENTICATOR, type Authenticator } from './authenticator.js';
import { PUBLIC_SCOPE, REQUIRES, SIGNING_IN } from './decorators.js';
import {
  credentialsRequired,
  openToNobody,
  permissionMissing,
  scopeMissing,
  secondFactorRequired,
  sessionRequired,
} from './guard.errors.js';
import { OWN, type Permission, REACH_OF, rolesGrant } from './permission.js';
import { REFUSAL_LOG, type RefusalLog } from './refusal-log.js';
import { reaches, type Scope } from './scope.js';

/** Denies by default: a handler that says none of `@Public()`, `@Requires()`, `@SigningIn()` answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    @Inject(REFUSAL_LOG) private readonly refusals: RefusalLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const permission = this.reflector.get<Permission | undefined>(REQUIRES, handler);
    const scope = this.reflector.get<Scope | true | undefined>(PUBLIC_SCOPE, handler);
    const isSigningIn = this.reflector.get<boolean | undefined>(SIGNING_IN, handler) ?? false;
    const actor = await this.authenticator.authenticate(context.switchToHttp().getRequest<Request>());
    try {
      setActor(admitted(actor, { permission, scope, isSigningIn }));
    } catch (error) {
      await this.tell(actor, error, permission);
      throw error;
    }
    return true;
  }

  private async tell(actor: Actor, error: unknown, permission: Permission | undefined): Promise<void> {
    const { id } = actor;
    if (id === null || !(error instanceof DomainError) || error.kind !== 'forbidden') return;
    await this.refusals.refused({
      actor: { ...actor, id },
      code: error.code,
      permission: permission ?? null,
    });
  }
}

interface Asked {
  permission: Permission | undefined;
  scope: Scope | true | undefined;
  isSigningIn: boolean;
}

/** As whom the handler runs. */
function admitted(actor: Actor, { permission, scope, isSigningIn }: Asked): Actor {
  if (permission !== undefined) {
    demand(actor, permission);
    return actor;
  }
  if (isSigningIn) {
    if (actor.via === 'key') throw sessionRequired();
    if (actor.id === null) throw credentialsRequired();
    return actor;
  }
  if (scope === undefined) throw openToNobody();
  const isWhole = actor.via !== 'sign_in' && (scope === true || reaches(actor, scope));
  return isWhole ? actor : PUBLIC_ACTOR;
}

function demand(actor: Actor, permission: Permission): void {
  if (actor.id === null) throw credentialsRequired();
  if (actor.via === 'sign_in') throw secondFactorRequired();
  if (!OWN.includes(permission) && !rolesGrant(actor.roles, permission)) throw permissionMissing(permission);
  const reach = REACH_OF[permission];
  if (reaches(actor, reach)) return;
  throw reach === 'session' ? sessionRequired() : scopeMissing(reach);
}
