import { Injectable } from '@nestjs/common';
import { unknownReferences } from '#src/foundation/common/index.js';
import { Idempotency, isUniqueViolation } from '#src/foundation/database/index.js';
import { HearingService, HearingStatusService } from '#src/record/hearings/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { MinutesSearch } from '../minutes-search.js';
import type { MinutesTextDto } from '../minutes.dto.js';
import type { Minutes } from '../minutes.entity.js';
import { minutesNotFound } from '../minutes.errors.js';
import { labelOfMinutes, mainBookOf } from '../minutes.policy.js';
import { MinutesRepository } from '../minutes.repository.js';
import { MinutesService } from '../minutes.service.js';
import { motionUsed } from './approval.errors.js';
import { type Approval, assertApprovable, momentOfApproval } from './approval.policy.js';
import { ApprovalRepository } from './approval.repository.js';
import type { ApproveMinutesDto } from './approve-minutes.dto.js';

type Held = Awaited<ReturnType<HearingService['hold']>>;

/** What the commission approves is everybody's to read from then on, and stays as it was approved. */
@Injectable()
export class MinutesApprovalService {
  constructor(
    private readonly gate: Gate,
    private readonly minutes: MinutesRepository,
    private readonly reading: MinutesService,
    private readonly approvals: ApprovalRepository,
    private readonly hearings: HearingService,
    private readonly statuses: HearingStatusService,
    private readonly search: MinutesSearch,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  async approve(
    hearingId: string,
    id: string,
    input: ApproveMinutesDto,
    key?: string,
  ): Promise<MinutesTextDto> {
    await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: `approveMinutes ${hearingId} ${id}`,
        payload: input,
        create: () => this.act(hearingId, id, input),
      }),
    );
    return this.reading.get(hearingId, id);
  }

  private async act(hearingId: string, id: string, input: ApproveMinutesDto): Promise<string> {
    const hearing = await this.hearings.hold(hearingId);
    const version = await this.minutes.held(hearingId, id);
    if (!version) throw minutesNotFound();
    const approval = await this.approvalOf(hearing, input);
    const before = await this.minutes.approved(hearingId, version.book);
    assertApprovable(version, before);
    const approvedAt = momentOfApproval({ book: version.book, startsAt: hearing.startsAt }, approval);
    if (before) await this.supersede(before);
    const after = {
      status: 'approved' as const,
      edition: (await this.minutes.lastEdition(hearingId, version.book)) + 1,
      approvedAt,
      approvedHearingId: input.hearingId ?? hearingId,
      approvedSessionId: input.sessionId,
      approvedMotionId: input.motionId,
      approvalNote: input.note ?? null,
    };
    await this.minutes
      .update(id, { ...after, ...labelOfMinutes({ ...version, ...after }) })
      .catch(refuseUsedMotion);
    await this.search.put({ ...version, ...after }, hearing);
    await this.audit.record('minutes.approved', 'minutes', id, {
      hearing: hearingId,
      book: version.book,
      edition: after.edition,
      motion: input.motionId,
    });
    if (hearing.status === 'minutes_draft' && version.book === mainBookOf(hearing.kind)) {
      await this.statuses.advance(hearingId, 'minutes_approved');
    }
    return id;
  }

  /** It stays readable as what was approved then, but it is no longer what is found. */
  private async supersede({ id }: Minutes): Promise<void> {
    await this.minutes.update(id, { status: 'superseded' });
    await this.search.remove(id);
    await this.audit.record('minutes.superseded', 'minutes', id);
  }

  private async approvalOf(
    own: Held,
    { hearingId, sessionId, motionId }: ApproveMinutesDto,
  ): Promise<Approval> {
    const id = hearingId ?? own.id;
    const hearing = id === own.id ? own : await this.approvals.hearing(id);
    const session = await this.approvals.session(id, sessionId);
    const motion = await this.approvals.motion(id, motionId);
    if (hearing && session && motion) return { hearing, sessionId, session, motion };
    throw unknownReferences([
      ...(hearing ? [] : ['/hearingId']),
      ...(session ? [] : ['/sessionId']),
      ...(motion ? [] : ['/motionId']),
    ]);
  }
}

function refuseUsedMotion(error: unknown): never {
  throw isUniqueViolation(error, 'minutes_motion') ? motionUsed() : error;
}
