import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Role } from '#src/trust/access/index.js';
import '../sessions/session-data.js';
import { openedSession } from '../sessions/session-store.js';
import { SignInService } from '../sessions/sign-in.service.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { RolesRepository } from '../shared/roles.repository.js';
import { enrolmentOver, notSoFar } from './factor.errors.js';
import { FactorsRepository } from './factors.repository.js';

export interface Owner {
  readonly id: string;
  readonly stage: 'enrolment' | 'whole';
  readonly roles: readonly Role[];
  /** What they had, and could not show, when they were let in to set up another. */
  readonly lost: readonly string[];
}

/** Who changes their factors: whoever is signed in and has just shown it, or has the first one to set up. */
@Injectable()
export class FactorOwner {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly roles: RolesRepository,
    private readonly factors: FactorsRepository,
    private readonly signing: SignInService,
  ) {}

  /** Whoever may see their factors. @throws DomainError 401 SECOND_FACTOR_REQUIRED */
  reader(): { readonly id: string; readonly stage: 'enrolment' | 'whole' } {
    const stage = openedSession()?.stage;
    if (stage !== 'enrolment' && stage !== 'whole') throw notSoFar();
    return { id: this.desk.actor().id, stage };
  }

  /** @throws DomainError 401 SECOND_FACTOR_REQUIRED, 403 PROOF_TOO_OLD */
  async writer(request: Request): Promise<Owner> {
    const reader = this.reader();
    this.signing.assertRecentProof(request);
    return { ...reader, roles: await this.roles.of(reader.id), lost: request.session.lostFactors ?? [] };
  }

  /**
   * Within a unit of work; whoever else changes their factors then waits. A session that came to set up a first
   * factor may not set up one beside another's: that one has to be shown.
   *
   * @throws DomainError 409 ENROLMENT_OVER
   */
  async hold({ id, stage, lost }: Owner): Promise<void> {
    await this.factors.lockAccount(id);
    if (stage === 'whole') return;
    const confirmed = await this.factors.confirmed(id);
    if (confirmed.some((factor) => !lost.includes(factor.id))) throw enrolmentOver();
  }
}
