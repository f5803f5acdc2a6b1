import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { BenchService, CommissionService } from '#src/record/commission/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { Bookings } from '../scheduling/bookings/bookings.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { isElsewhere, isOpen } from '../hearing/hearing.policy.js';
import { HearingService } from '../hearing/hearing.service.js';
import { type MeetingCall, PROFILES } from './clock/notice-profile.js';
import { warningsOf } from './notice-warnings.js';
import { changeNotNow, exceptionNotTaken, placeNoticed } from './notice.errors.js';
import { type Exception, isCall, isOff, type NoticeKind, type ToldItem, type Vote } from './notice-kind.js';
import { isAwaited, judged, kindOfStep, lawOf } from './notice.policy.js';
import { type AgendaFact, NoticeRepository } from './notice.repository.js';
import { contentOf } from './wording/notice-content.js';
import { htmlOf } from './wording/notice-html.js';
import { textOf } from './wording/notice-text.js';

/** A hearing as a step found it and left it. */
export interface Step {
  readonly before: Hearing;
  readonly after: Hearing;
}

/** What is said in a notice beside the hearing. */
export interface NoticeWish {
  readonly call?: MeetingCall | undefined;
  readonly reason?: string | null | undefined;
  readonly finding?: string | undefined;
  readonly vote?: Vote | undefined;
  readonly exception?: Exception | undefined;
  readonly contact?: string | undefined;
  /** Whom somebody told of it. */
  readonly told?: readonly string[] | undefined;
  /** What is otherwise now, in words. */
  readonly changes?: readonly string[] | undefined;
}

/** Writes notices, in the transaction of whoever holds the hearing. */
@Injectable()
export class NoticeGiving {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingService,
    private readonly notices: NoticeRepository,
    private readonly commission: CommissionService,
    private readonly bench: BenchService,
    private readonly bookings: Bookings,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The notice that a step of a hearing asks for, if it does.
   *
   * @returns its id, or null
   * @throws DomainError 409 NOTICE_TOO_LATE, DOUBLE_BOOKED, 422 EXCEPTION_NOT_TAKEN and what else `judged` throws
   */
  async follow(step: Step, wish: NoticeWish = {}): Promise<string | null> {
    const kind = kindOfStep(step.before, step.after);
    if (kind !== null) return this.give(kind, step, wish);
    if (wish.exception) throw exceptionNotTaken();
    return null;
  }

  /** That something a notice told is otherwise now. */
  async change(step: Step, wish: NoticeWish): Promise<string> {
    if (!isAwaited(step.after, new Date())) throw changeNotNow();
    return this.give('change', step, wish);
  }

  /** For whoever changes a place of a hearing, which keeps why: whoever was told of the old one is told of the new. */
  async followPlace(hearing: Hearing, reason: string, changes: readonly string[]): Promise<void> {
    if (!isAwaited(hearing, new Date())) return;
    await this.give('change', { before: hearing, after: hearing }, { reason, changes });
  }

  /**
   * For whoever changes a hearing: where to come, a notice told, and an exception lets it be another place.
   *
   * @throws DomainError 409 HEARING_NOTICED, 422 EXCEPTION_NOT_TAKEN
   */
  async followUpdate(step: Step, exception: Exception | undefined): Promise<void> {
    const { before, after } = step;
    if (!isAwaited(before, new Date()) || !isElsewhere(before, after)) {
      if (exception) throw exceptionNotTaken();
      return;
    }
    if (!exception) throw placeNoticed();
    await this.give('change', step, { exception });
  }

  /** @throws DomainError 409 RECUSED: who does not see the whole agenda would tell it with gaps */
  private async give(kindOf: NoticeKind, { before, after }: Step, wish: NoticeWish): Promise<string> {
    await this.hearings.requireWhole(after.id);
    const last = await this.notices.last(after.id);
    const call = wish.call ?? last?.call ?? 'regular';
    const kind = isCall(kindOf) ? call : kindOf;
    const { name, legalProfile } = await this.commission.current();
    const law = lawOf(after.kind, legalProfile);
    const profile = PROFILES[law];
    const givenAt = new Date();
    const finding = wish.finding ?? null;
    const vote = wish.vote ?? null;
    const exception = wish.exception ?? null;
    const contact = wish.contact ?? null;
    const bench = await this.bench.seatsAt(after.startsAt);
    const judgement = judged({
      kind,
      call,
      profile: law,
      hearing: after,
      now: givenAt,
      finding,
      vote,
      bench,
      exception,
      ground: wish.reason ?? null,
    });
    const agenda = (await this.notices.agenda(after.id)).map((item) => told(item, after));
    const places = (await this.notices.places(after.id)).filter((place) => !isApart(place, after));
    const hasRoster = await this.notices.hasRoster(after.id);
    const said = { profile, call, hearing: after, agenda, places, contact, finding, vote, bench, hasRoster };
    const content = contentOf({
      ...said,
      commission: name,
      kind,
      previous: kind === 'rescheduling' || kind === 'change' ? before : null,
      reason: wish.reason ?? null,
      changes: wish.changes ?? [],
      exception,
      late: judgement.late,
      givenAt,
    });
    const id = randomUUID();
    // Whoever changes something has asked whether its room and its people are free.
    if (!isOff(kind) && kind !== 'change') await this.bookings.assertFree(after.id);
    await this.notices.insert({
      id,
      hearingId: after.id,
      number: (last?.number ?? 0) + 1,
      kind,
      call,
      profile: law,
      givenAt,
      givenBy: this.giver(),
      startsAt: after.startsAt,
      ...judgement,
      finding,
      ayes: vote?.ayes ?? null,
      noes: vote?.noes ?? null,
      present: vote?.present ?? null,
      told: [...(wish.told ?? [])],
      exceptionCitation: exception?.citation ?? null,
      exceptionReason: exception?.reason ?? null,
      language: 'en',
      text: textOf(content),
      html: htmlOf(content),
      agenda,
      warnings: isOff(kind) ? [] : warningsOf(said),
    });
    await this.audit.record('hearing_notice.given', 'hearing_notice', id, {
      hearing: after.id,
      kind,
      late: judgement.late,
      exception: exception?.citation ?? null,
    });
    return id;
  }

  private giver(): string {
    const { id } = this.gate.actor();
    if (id === null) throw new Error('the public gives no notice');
    return id;
  }
}

/** Of what is closed an open hearing tells the law alone; and what wears a matter is not told to who may not know it. */
function told(item: AgendaFact, hearing: Hearing): ToldItem {
  const { title, description, closed, authority, consent } = item;
  const isWithheld = isOpen(hearing.kind) ? closed : isApart(item, hearing);
  const words = isWithheld ? { title: null, description: null } : { title, description };
  return { ...words, closed, authority, consent };
}

/** Whether a part of a hearing behind closed doors is kept from some of those who read the hearing. */
function isApart(part: { matterId: string | null }, hearing: Hearing): boolean {
  return !isOpen(hearing.kind) && part.matterId !== hearing.matterId;
}
