import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Role } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { counts, needsPasskey, offered } from '../factor.policy.js';
import { FactorsRepository } from '../factors.repository.js';
import { PasskeyFactors } from '../passkeys/passkey-factors.js';
import { type Party, RelyingParty } from '../passkeys/relying-party.js';
import { RecoveryCodes } from '../recovery/recovery-codes.js';
import { TotpFactors } from '../totp/totp-factors.js';
import type { Proof } from './proof.js';
import { SessionTries } from './session-tries.js';

export interface Claimant {
  readonly id: string;
  readonly roles: readonly Role[];
}

export interface Verdict {
  /** Whether it is what their roles ask for; else it lets them set up what is, and no more. */
  readonly isEnough: boolean;
  /** All they had when they showed it. */
  readonly had: readonly string[];
}

/** Whether a proof is somebody's second factor; it is used up by the asking. */
@Injectable()
export class ProofJudge {
  constructor(
    private readonly factors: FactorsRepository,
    private readonly totp: TotpFactors,
    private readonly passkeys: PasskeyFactors,
    private readonly recovery: RecoveryCodes,
    private readonly party: RelyingParty,
    private readonly tries: SessionTries,
    private readonly audit: AuditLog,
  ) {}

  /** Within a unit of work; null if it was refused, which is written down as well. */
  async judge({ id, roles }: Claimant, proof: Proof, request: Request): Promise<Verdict | null> {
    const party = proof.kind === 'passkey' ? this.party.of(request) : null;
    await this.tries.take();
    const had = await this.factors.confirmed(id);
    const kinds = offered(
      had.map(({ kind }) => kind),
      roles,
    );
    const isAsked = proof.kind === 'recovery_code' || kinds.includes(proof.kind);
    if (!isAsked || !(await this.holds(id, proof, party))) return this.refuse(id, proof);
    const isEnough = proof.kind === 'recovery_code' ? !needsPasskey(roles) : counts(proof.kind, roles);
    await this.audit.record('factor.shown', 'user_account', id, { kind: proof.kind, isEnough });
    return { isEnough, had: had.map((factor) => factor.id) };
  }

  private async holds(accountId: string, proof: Proof, party: Party | null): Promise<boolean> {
    switch (proof.kind) {
      case 'totp':
        return (await this.totp.accept(accountId, proof.code)) !== null;
      case 'recovery_code':
        return this.recovery.accept(accountId, proof.code);
      case 'passkey': {
        const challenge = await this.tries.takeChallenge();
        if (challenge === null || !party) return false;
        return (await this.passkeys.accept(accountId, proof.assertion, { party, challenge })) !== null;
      }
    }
  }

  private async refuse(accountId: string, { kind }: Proof): Promise<null> {
    const isSessionOver = await this.tries.endIfSpent();
    await this.audit.record('factor.refused', 'user_account', accountId, { kind, isSessionOver });
    return null;
  }
}
