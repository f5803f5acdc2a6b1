import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Page, Pager, unknownReferences } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { HearingService } from '../../hearing/hearing.service.js';
import {
  type AcknowledgeConflictDto,
  ConflictAcknowledgementDto,
  type ListConflictAcknowledgementsQuery,
} from './acknowledgement.dto.js';
import { ACKNOWLEDGEMENT_ORDER, AcknowledgementRepository } from './acknowledgement.repository.js';
import { acknowledgementNotFound, notBookedThere, sameHearing } from './bookings.errors.js';
import { Bookings } from './bookings.js';
import { ConflictDto, type ConflictsDto } from './conflict.dto.js';

/** What clashes with a hearing, and letting it stand. */
@Injectable()
export class AcknowledgementService {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingService,
    private readonly bookings: Bookings,
    private readonly acknowledgements: AcknowledgementRepository,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  async conflicts(hearingId: string): Promise<ConflictsDto> {
    const conflicts = await this.bookings.conflicts(hearingId);
    if (conflicts.length === 0) await this.hearings.requireReadable(hearingId);
    return { items: conflicts.map((conflict) => ConflictDto.from(hearingId, conflict)) };
  }

  async list(
    hearingId: string,
    query: ListConflictAcknowledgementsQuery,
    wantsTotal: boolean,
  ): Promise<Page<ConflictAcknowledgementDto>> {
    await this.hearings.requireReadable(hearingId);
    return this.pager.page({
      list: `hearings/${hearingId}/conflict-acknowledgements`,
      query,
      order: ACKNOWLEDGEMENT_ORDER,
      fetch: (keyset) => this.acknowledgements.list(hearingId, keyset),
      item: (row) => ConflictAcknowledgementDto.from(row),
      ...(wantsTotal && { total: () => this.acknowledgements.count(hearingId) }),
    });
  }

  async get(hearingId: string, id: string): Promise<ConflictAcknowledgementDto> {
    const row = await this.acknowledgements.find(hearingId, id);
    if (row) return ConflictAcknowledgementDto.from(row);
    await this.hearings.requireReadable(hearingId);
    throw acknowledgementNotFound();
  }

  async acknowledge(
    hearingId: string,
    input: AcknowledgeConflictDto,
    key?: string,
  ): Promise<ConflictAcknowledgementDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: `acknowledgeConflict ${hearingId}`,
        payload: input,
        create: () => this.insert(hearingId, input),
      }),
    );
    return this.get(hearingId, id);
  }

  /** The clash need not be there yet: a rescheduling that would make it was refused, and changed nothing. */
  private async insert(hearingId: string, input: AcknowledgeConflictDto): Promise<string> {
    await this.hearings.hold(hearingId);
    const otherHearingId = input.otherHearingId.toLowerCase();
    if (otherHearingId === hearingId) throw sameHearing();
    const takesUp = await this.bookings.takesUp(otherHearingId, input.key);
    if (takesUp === null) throw unknownReferences(['/otherHearingId']);
    if (!takesUp) throw notBookedThere();
    const acknowledgedBy = this.gate.actor().id;
    if (acknowledgedBy === null) throw new Error('the public acknowledges no conflict');
    const id = randomUUID();
    const { kind, key, reason } = input;
    await this.acknowledgements.insert({ id, hearingId, otherHearingId, kind, key, reason, acknowledgedBy });
    await this.audit.record('hearing.conflict_acknowledged', 'hearing', hearingId, {
      kind,
      key,
      otherHearing: otherHearingId,
    });
    return id;
  }
}
