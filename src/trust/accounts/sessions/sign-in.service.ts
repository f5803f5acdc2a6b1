import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Role } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import type { SessionStage } from '../entities/account-session.entity.js';
import { SecondFactors } from '../factors/second-factors.js';
import { DOORKEEPER } from '../operator.js';
import { Passwords } from '../passwords/passwords.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { emailKeyOf } from '../shared/email-address.js';
import { RolesRepository } from '../shared/roles.repository.js';
import { Attempts } from '../throttle/attempts.js';
import { KnownBrowser } from '../throttle/known-browser.js';
import { Csrf } from './csrf.js';
import './session-data.js';
import { openedSession } from './session-store.js';
import { type SignInDto, SignInStateDto } from './session.dto.js';
import { credentialsWrong, proofTooOld } from './session.errors.js';

/** How long a proof of who somebody is counts for changing how they prove it. */
const PROOF_MINUTES = 15;

/**
 * The steps of signing in. Each that is passed gives the session a new id (and with it a new cookie and token), so
 * that whoever knew the old one, or planted it, has nothing.
 */
@Injectable()
export class SignInService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly roles: RolesRepository,
    private readonly csrf: Csrf,
    private readonly audit: AuditLog,
    private readonly attempts: Attempts,
    private readonly browsers: KnownBrowser,
  ) {}

  /** @throws DomainError 401 CREDENTIALS_WRONG, 403 CSRF, 429 TOO_MANY_ATTEMPTS, 503 SIGN_IN_BUSY */
  async signIn(input: SignInDto, request: Request): Promise<SignInStateDto> {
    this.csrf.assertOrigin(request);
    const admission = await this.attempts.admit('sign_in', emailKeyOf(input.email), request);
    const { accountId, isRight } = await this.passwords.check(input.email, input.password);
    if (accountId !== null && isRight) {
      await admission.succeeded();
      return this.begin(request, accountId);
    }
    await this.desk.write(() =>
      this.audit.record('session.refused', 'user_account', accountId ?? DOORKEEPER.id!, {
        network: admission.network,
      }),
    );
    throw credentialsWrong();
  }

  /** Goes on with whoever has shown a first proof (a password, another house's sign-in). */
  async begin(request: Request, accountId: string): Promise<SignInStateDto> {
    const roles = await this.roles.of(accountId);
    const offered = await this.factors.offered(accountId, roles);
    return this.enter(request, accountId, this.stageAfterPassword(roles, offered.length > 0));
  }

  /** Signed in: the second factor was shown, or the first one was just set up. */
  finish(request: Request, accountId: string): Promise<SignInStateDto> {
    return this.enter(request, accountId, 'whole');
  }

  /**
   * The proof was right, but not what the roles ask for: what they do ask for has to be set up. `had` are the ids of
   * the factors that their owner had then.
   */
  enrolAnother(request: Request, accountId: string, had: readonly string[]): Promise<SignInStateDto> {
    return this.enter(request, accountId, 'enrolment', had);
  }

  async state(request: Request): Promise<SignInStateDto> {
    const stage = openedSession()?.stage ?? 'none';
    const { id } = this.desk.actor();
    const secondFactors =
      stage === 'second_factor' ? await this.factors.offered(id, await this.roles.of(id)) : [];
    return SignInStateDto.from({ stage, secondFactors, csrfToken: this.csrf.tokenOf(request) });
  }

  /** @throws DomainError 403 PROOF_TOO_OLD */
  assertRecentProof(request: Request): void {
    const { provedAt } = request.session;
    if (provedAt === undefined || Date.now() - provedAt > PROOF_MINUTES * 60_000) throw proofTooOld();
  }

  private stageAfterPassword(roles: readonly Role[], hasFactor: boolean): SessionStage {
    if (hasFactor) return 'second_factor';
    return this.factors.isCompulsory(roles) ? 'enrolment' : 'whole';
  }

  private async enter(
    request: Request,
    accountId: string,
    stage: SessionStage,
    lostFactors: readonly string[] = [],
  ): Promise<SignInStateDto> {
    await this.desk.write(async () => {
      if (stage === 'whole') this.browsers.remember(request, await this.noteSignIn(accountId));
      await this.audit.record(
        stage === 'whole' ? 'session.opened' : 'session.begun',
        'user_account',
        accountId,
        {
          stage,
        },
      );
    });
    await new Promise<void>((resolve, reject) =>
      request.logIn({ id: accountId }, (error: unknown) => (error ? reject(error) : resolve())),
    );
    request.session.stage = stage;
    request.session.provedAt = Date.now();
    if (lostFactors.length > 0) request.session.lostFactors = lostFactors;
    await new Promise<void>((resolve, reject) =>
      request.session.save((error: unknown) => (error ? reject(error) : resolve())),
    );
    const secondFactors =
      stage === 'second_factor' ? await this.factors.offered(accountId, await this.roles.of(accountId)) : [];
    return SignInStateDto.from({ stage, secondFactors, csrfToken: this.csrf.tokenOf(request) });
  }

  /** The key of the account's address. */
  private async noteSignIn(accountId: string): Promise<string> {
    const [[row]] = await currentManager().query<[{ emailKey: string }[], number]>(
      'update user_account set last_sign_in_on = current_date where id = $1 returning email_key as "emailKey"',
      [accountId],
    );
    return row?.emailKey ?? '';
  }
}
