import { given } from '#src/foundation/common/index.js';
import type { CreateHearingSessionDto, UpdateHearingSessionDto } from './session.dto.js';
import type { HearingSession } from './session.entity.js';

export type SessionColumns = Pick<
  HearingSession,
  | 'name'
  | 'placeId'
  | 'closed'
  | 'authority'
  | 'startsAt'
  | 'endsAt'
  | 'openedAt'
  | 'adjournedAt'
  | 'reportedOut'
>;

export function newSession(input: CreateHearingSessionDto): SessionColumns {
  return {
    name: input.name,
    placeId: null,
    closed: false,
    authority: null,
    startsAt: null,
    endsAt: null,
    openedAt: null,
    adjournedAt: null,
    reportedOut: null,
    ...columnsOf(input),
  };
}

export function columnsOf(input: UpdateHearingSessionDto): Partial<HearingSession> {
  const { order, startsAt, endsAt, openedAt, adjournedAt, ...columns } = input;
  return given({
    ...columns,
    ordinal: order,
    startsAt: moment(startsAt),
    endsAt: moment(endsAt),
    openedAt: moment(openedAt),
    adjournedAt: moment(adjournedAt),
  });
}

function moment(text: string | null | undefined): Date | null | undefined {
  return text == null ? text : new Date(text);
}
