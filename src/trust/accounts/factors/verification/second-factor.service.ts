import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { randomBytes } from 'node:crypto';
import '../../sessions/session-data.js';
import { secondFactorWrong } from '../../sessions/session.errors.js';
import type { SignInStateDto } from '../../sessions/session.dto.js';
import { openedSession } from '../../sessions/session-store.js';
import { SignInService } from '../../sessions/sign-in.service.js';
import { AccountsDesk } from '../../shared/accounts-desk.js';
import { RolesRepository } from '../../shared/roles.repository.js';
import { Attempts } from '../../throttle/attempts.js';
import { noFactorAsked, noPasskey } from '../factor.errors.js';
import { FactorMail } from '../notices/factor-mail.js';
import { PasskeyFactors } from '../passkeys/passkey-factors.js';
import { CHALLENGE_MINUTES, PasskeyRequestOptionsDto } from '../passkeys/passkey-options.dto.js';
import { RelyingParty } from '../passkeys/relying-party.js';
import { ProofJudge } from './proof-judge.js';
import { proofOf } from './proof.js';
import type { SecondFactorDto } from './second-factor.dto.js';

/** The second step of signing in. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly roles: RolesRepository,
    private readonly passkeys: PasskeyFactors,
    private readonly party: RelyingParty,
    private readonly judge: ProofJudge,
    private readonly mail: FactorMail,
    private readonly signing: SignInService,
    private readonly attempts: Attempts,
  ) {}

  /** @throws DomainError 401 SECOND_FACTOR_WRONG; 409 SECOND_FACTOR_NOT_ASKED, PASSKEYS_UNAVAILABLE; 429 TOO_MANY_ATTEMPTS */
  async verify(input: SecondFactorDto, request: Request): Promise<SignInStateDto> {
    const proof = proofOf(input);
    const id = this.claimant();
    const admission = await this.attempts.admit('second_factor', id, request);
    const roles = await this.roles.of(id);
    const verdict = await this.desk.write(() => this.judge.judge({ id, roles }, proof, request));
    if (!verdict) throw secondFactorWrong();
    await admission.succeeded();
    if (proof.kind === 'recovery_code') await this.mail.tell(id, 'recovery_used');
    return verdict.isEnough
      ? this.signing.finish(request, id)
      : this.signing.enrolAnother(request, id, verdict.had);
  }

  /** What a passkey has to sign: kept in the session, good once. @throws DomainError 409 NO_PASSKEY */
  async options(request: Request): Promise<PasskeyRequestOptionsDto> {
    const id = this.claimant();
    const party = this.party.of(request);
    const passkeys = await this.passkeys.of(id);
    if (passkeys.length === 0) throw noPasskey();
    const value = randomBytes(32).toString('base64url');
    const expiresAt = Date.now() + CHALLENGE_MINUTES * 60_000;
    request.session.challenge = { value, purpose: 'assertion', expiresAt };
    await new Promise<void>((resolve, reject) =>
      request.session.save((error: unknown) => (error ? reject(error) : resolve())),
    );
    return PasskeyRequestOptionsDto.from(party.id, value, passkeys);
  }

  private claimant(): string {
    if (openedSession()?.stage !== 'second_factor') throw noFactorAsked();
    return this.desk.actor().id;
  }
}
