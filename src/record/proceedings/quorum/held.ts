import { broken } from '#src/foundation/common/index.js';
import type { HearingStatus } from '#src/record/hearings/index.js';

const OVER: readonly HearingStatus[] = ['adjourned', 'minutes_draft', 'minutes_approved', 'closed'];

/** From here on a hearing has begun: what happened at it can be written down. */
const BEGUN: readonly HearingStatus[] = ['in_session', 'recessed', ...OVER];

export const hasBegun = (status: HearingStatus): boolean => BEGUN.includes(status);

export const isOver = (status: HearingStatus): boolean => OVER.includes(status);

/** Clocks differ a little; what lies further ahead was mistyped, and would count for quorums to come. */
const TOLERANCE = 5 * 60_000;

/** @throws DomainError 422 IN_THE_FUTURE for what is written down as if it had happened */
export function assertPast(moment: Date | null, pointer: string, now = Date.now()): void {
  if (moment === null || moment.getTime() <= now + TOLERANCE) return;
  throw broken('IN_THE_FUTURE', pointer, 'What happened, happened in the past.');
}
