import { Injectable } from '@nestjs/common';
import { given } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { labelOfCommission } from '../commission.policy.js';
import { assertDays } from '../shared/days.js';
import { CommissionPageDto } from './commission-page.dto.js';
import { CommissionPageRepository } from './commission-page.repository.js';
import type { CommissionPart } from './commission-parts.js';
import { CommissionDto, type UpdateCommissionDto } from './commission.dto.js';
import { COMMISSION_ID } from './commission.entity.js';
import { CommissionRepository } from './commission.repository.js';
import type { LegalProfile } from './legal-profile.js';

/** What other rooms reckon with. Days are local dates (`2015-10-29`) in `timeZone`. */
export interface CommissionFacts {
  readonly name: string;
  readonly legalProfile: LegalProfile;
  /** null: more than half of the seats provided for. */
  readonly quorum: number | null;
  /** An IANA name. */
  readonly timeZone: string;
  /** BCP 47. */
  readonly language: string;
  readonly foundedOn: string | null;
  readonly dissolvedOn: string | null;
}

@Injectable()
export class CommissionService {
  constructor(
    private readonly gate: Gate,
    private readonly commission: CommissionRepository,
    private readonly pages: CommissionPageRepository,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  async get(): Promise<CommissionDto> {
    return CommissionDto.from(await this.commission.find());
  }

  /** With the first page of each of these lists, in the same statement: they show what is true at one moment. */
  async page(parts: readonly CommissionPart[]): Promise<CommissionPageDto> {
    return parts.length === 0 ? this.get() : CommissionPageDto.together(await this.pages.find(parts));
  }

  /** One statement, as the current actor; within a write it sees that write. */
  async current(): Promise<CommissionFacts> {
    const row = await this.commission.find();
    const { name, legalProfile, quorum, timeZone, language, foundedOn, dissolvedOn } = row;
    return { name, legalProfile, quorum, timeZone, language, foundedOn, dissolvedOn };
  }

  /** @throws DomainError 412 STALE, 422 DAYS_REVERSED */
  async update(ifMatch: readonly string[] | '*', input: UpdateCommissionDto): Promise<CommissionDto> {
    const change = given(input);
    await this.gate.write(async () => {
      const before = await this.commission.lock();
      await this.freshness.assert(ifMatch, before);
      const { foundedOn, dissolvedOn } = { ...before, ...change };
      assertDays(foundedOn, dissolvedOn, '/dissolvedOn');
      await this.commission.update({ ...change, ...labelOfCommission() });
      await this.audit.record('commission.updated', 'commission', COMMISSION_ID, {
        fields: Object.keys(change),
      });
    });
    return this.get();
  }
}
