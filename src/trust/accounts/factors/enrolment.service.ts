import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { randomBytes, randomUUID } from 'node:crypto';
import { Idempotency } from '#src/foundation/database/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { AccountFactor } from '../entities/account-factor.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { type EnrolFactorDto, EnrolledFactorDto, type TotpEnrolmentDto } from './factor.dto.js';
import { factorConfirmed, factorNotFound, factorTooWeak, tooManyFactors } from './factor.errors.js';
import { FactorOwner, type Owner } from './factor-owner.js';
import { counts, MOST } from './factor.policy.js';
import { FactorsRepository, type PendingRow } from './factors.repository.js';
import { PasskeyFactors } from './passkeys/passkey-factors.js';
import { CHALLENGE_MINUTES, PasskeyCreationOptionsDto } from './passkeys/passkey-options.dto.js';
import { type Party, RelyingParty } from './passkeys/relying-party.js';
import { base32Of, newTotpSecret, totpUri } from './totp/totp.js';
import { TotpSecrets } from './totp/totp-secrets.js';

/** Enrolling a factor: it counts only once its owner has shown that it works (`ConfirmationService`). */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly owner: FactorOwner,
    private readonly factors: FactorsRepository,
    private readonly passkeys: PasskeyFactors,
    private readonly party: RelyingParty,
    private readonly secrets: TotpSecrets,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 422 FACTOR_TOO_WEAK; 409 ENROLMENT_OVER, FACTORS_FULL, PASSKEYS_UNAVAILABLE */
  async enrol(input: EnrolFactorDto, request: Request, key?: string): Promise<EnrolledFactorDto> {
    const owner = await this.owner.writer(request);
    if (!counts(input.kind, owner.roles)) throw factorTooWeak();
    const party = input.kind === 'passkey' ? this.party.of(request) : null;
    const id = await this.desk.write(async () => {
      await this.owner.hold(owner);
      const create = (): Promise<string> => this.insert(input, owner);
      return this.idempotency.once({ key, operation: 'enrolFactor', payload: input, create });
    });
    return this.show(id, owner, party);
  }

  private async insert({ kind, name }: EnrolFactorDto, owner: Owner): Promise<string> {
    const id = randomUUID();
    const accountId = owner.id;
    await this.factors.forgetUnconfirmed(accountId);
    if ((await this.factors.countOf(accountId, kind)) >= MOST[kind]) throw tooManyFactors();
    const what: Partial<AccountFactor> =
      kind === 'totp'
        ? { secret: this.secrets.seal(newTotpSecret(), { accountId, factorId: id }) }
        : {
            challenge: randomBytes(32),
            challengeUntil: new Date(Date.now() + CHALLENGE_MINUTES * 60_000),
          };
    await this.factors.insert({ id, accountId, kind, name, ...what });
    await this.audit.record('factor.enrolled', 'account_factor', id, { kind });
    return id;
  }

  /** From the row, so that a request sent twice is answered with the same. */
  private async show(id: string, owner: Owner, party: Party | null): Promise<EnrolledFactorDto> {
    const row = await this.factors.find(owner.id, id);
    if (!row) throw factorNotFound();
    if (row.confirmedAt) throw factorConfirmed();
    return EnrolledFactorDto.from(row, {
      totp: row.secret && (await this.totp(row, row.secret, owner)),
      passkey: party && (await this.creation(row, owner, party)),
    });
  }

  private async totp(row: PendingRow, sealed: Buffer, owner: Owner): Promise<TotpEnrolmentDto> {
    const secret = this.secrets.open(sealed, { accountId: owner.id, factorId: row.id });
    if (!secret) throw factorNotFound();
    const { email } = await this.factors.nameOf(owner.id);
    return { secret: base32Of(secret), uri: totpUri(secret, { issuer: this.party.name, label: email }) };
  }

  private async creation(row: PendingRow, owner: Owner, party: Party): Promise<PasskeyCreationOptionsDto> {
    const [has, names] = [await this.passkeys.of(owner.id), await this.factors.nameOf(owner.id)];
    return PasskeyCreationOptionsDto.from({
      party: { id: party.id, name: this.party.name },
      owner: { id: owner.id, ...names },
      challenge: (row.challenge ?? Buffer.alloc(0)).toString('base64url'),
      has,
    });
  }
}
