import { Injectable } from '@nestjs/common';
import { type Page, sqlState } from '#src/foundation/common/index.js';
import { partInUse, sessionNotFound } from '../hearings.errors.js';
import { HearingParts, type PartKind } from '../parts/hearing-parts.js';
import {
  assertAuthority,
  assertBeforeNotice,
  assertSessionOrder,
  labelOfPart,
} from '../parts/part.policy.js';
import {
  type CreateHearingSessionDto,
  HearingSessionDto,
  type ListHearingSessionsQuery,
  type UpdateHearingSessionDto,
} from './session.dto.js';
import type { HearingSession } from './session.entity.js';
import { SessionRepository, type SessionRow } from './session.repository.js';

@Injectable()
export class SessionService {
  private readonly kind: PartKind<HearingSession, SessionRow, HearingSessionDto>;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly parts: HearingParts,
  ) {
    this.kind = {
      repository: sessions,
      notFound: sessionNotFound,
      show: (row) => HearingSessionDto.from(row),
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
    return this.parts.create(this.kind, hearingId, input, key, async (_hearing, id, ordinal) => {
      const session = { ...newSession(input), id, hearingId, ordinal };
      assertAuthority(session);
      assertSessionOrder(session);
      await this.sessions.insert({ ...session, ...labelOfPart(session.closed) });
    });
  }

  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateHearingSessionDto,
  ): Promise<HearingSessionDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (_hearing, before) => {
      const columns = columnsOf(input);
      const after = { ...before, ...columns };
      assertAuthority(after);
      assertSessionOrder(after);
      await this.sessions.update(id, { ...columns, ...labelOfPart(after.closed) });
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
}

type SessionFields = Pick<
  HearingSession,
  'name' | 'closed' | 'authority' | 'openedAt' | 'adjournedAt' | 'reportedOut'
>;

function newSession(input: CreateHearingSessionDto): SessionFields {
  return {
    name: input.name,
    closed: false,
    authority: null,
    openedAt: null,
    adjournedAt: null,
    reportedOut: null,
    ...columnsOf(input),
  };
}

function columnsOf(input: UpdateHearingSessionDto): Partial<HearingSession> {
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...(input.order !== undefined && { ordinal: input.order }),
    ...(input.name !== undefined && { name: input.name }),
    ...(input.closed !== undefined && { closed: input.closed }),
    ...(input.authority !== undefined && { authority: input.authority }),
    ...(input.openedAt !== undefined && { openedAt: instant(input.openedAt) }),
    ...(input.adjournedAt !== undefined && { adjournedAt: instant(input.adjournedAt) }),
    ...(input.reportedOut !== undefined && { reportedOut: input.reportedOut }),
  };
}
