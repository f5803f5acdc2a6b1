import { Injectable } from '@nestjs/common';
import { type Page, sqlState } from '#src/foundation/common/index.js';
import { audiencesOf, Gate } from '#src/trust/access/index.js';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { Bookings } from '../scheduling/bookings/bookings.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { partInUse, sessionNotFound } from '../hearings.errors.js';
import { HearingParts, type PartKind } from '../parts/hearing-parts.js';
import { assertAuthority, assertBeforeNotice } from '../parts/part.policy.js';
import { PartReferences } from '../parts/part-references.js';
import type { Warning } from '../shared/warning.js';
import { columnsOf, newSession } from './session-columns.js';
import {
  type CreateHearingSessionDto,
  HearingSessionDto,
  type ListHearingSessionsQuery,
  type UpdateHearingSessionDto,
} from './session.dto.js';
import type { HearingSession } from './session.entity.js';
import {
  assertReportable,
  assertSessionTimes,
  authorityOf,
  isClosedBySelf,
  labelOfSession,
  nameFor,
  takesUpOther,
  warningsOfSession,
} from './session.policy.js';
import { SessionRepository, type SessionRow } from './session.repository.js';

@Injectable()
export class SessionService {
  readonly kind: PartKind<HearingSession, SessionRow, HearingSessionDto>;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly agenda: AgendaRepository,
    private readonly references: PartReferences,
    private readonly bookings: Bookings,
    private readonly parts: HearingParts,
    private readonly gate: Gate,
  ) {
    this.kind = {
      repository: sessions,
      notFound: sessionNotFound,
      show: (row) => HearingSessionDto.from(row, nameFor(row, this.readsChamber()), this.warningsOf(row)),
    };
  }

  list(
    hearingId: string,
    query: ListHearingSessionsQuery,
    wantsTotal: boolean,
  ): Promise<Page<HearingSessionDto>> {
    return this.parts.page(this.kind, hearingId, query, wantsTotal);
  }

  get(hearingId: string, id: string): Promise<HearingSessionDto> {
    return this.parts.get(this.kind, hearingId, id);
  }

  create(hearingId: string, input: CreateHearingSessionDto, key?: string): Promise<HearingSessionDto> {
    return this.parts.create(this.kind, hearingId, input, key, async (hearing, id, ordinal) => {
      const closed = input.closed ?? isClosedBySelf(hearing.kind);
      const planned = { ...newSession(input), closed, id, hearingId, ordinal };
      const session = { ...planned, authority: await this.authorityOf(planned, hearing) };
      await this.references.require(hearingId, { placeId: session.placeId });
      assertAuthority(session);
      assertSessionTimes(session);
      assertReportable(session);
      await this.sessions.insert({ ...session, ...labelOfSession(session) });
      if (session.endsAt !== null) await this.bookings.assertFree(hearingId);
    });
  }

  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateHearingSessionDto,
  ): Promise<HearingSessionDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (hearing, before) => {
      const asked = columnsOf(input);
      const columns = { ...asked, authority: await this.authorityOf({ ...before, ...asked }, hearing) };
      const after = { ...before, ...columns };
      await this.references.require(hearingId, { placeId: input.placeId });
      assertAuthority(after);
      assertSessionTimes(after);
      assertReportable(after);
      await this.sessions.update(id, { ...columns, ...labelOfSession(after) });
      if (takesUpOther(before, after)) await this.bookings.assertFree(hearingId);
    });
  }

  remove(hearingId: string, id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    return this.parts.remove(this.kind, hearingId, id, ifMatch, async (hearing) => {
      assertBeforeNotice(hearing, 'session');
      await this.sessions.remove(id).catch((error: unknown) => {
        throw sqlState(error) === '23503' ? partInUse('session') : error;
      });
    });
  }

  private async authorityOf(
    session: Pick<HearingSession, 'closed' | 'authority'>,
    hearing: Hearing,
  ): Promise<string | null> {
    if (!isClosedBySelf(hearing.kind)) return session.authority;
    const items = await this.agenda.allHeld(hearing.id);
    return authorityOf(
      session,
      items.toSorted((a, b) => a.ordinal - b.ordinal),
    );
  }

  private readsChamber(): boolean {
    return audiencesOf(this.gate.actor().roles, 'read').includes('chamber');
  }

  private warningsOf(row: SessionRow): Warning[] {
    if (!this.gate.isDesk()) return [];
    const { hearingStartsAt: startsAt, hearingEndsAt: endsAt, timeZone } = row;
    return warningsOfSession(row, { startsAt, endsAt, timeZone });
  }
}
