import type { HearingStatus } from '#src/record/hearings/index.js';

const OVER: readonly HearingStatus[] = ['adjourned', 'minutes_draft', 'minutes_approved', 'closed'];

/** From here on a hearing has begun: what happened at it can be written down. */
const BEGUN: readonly HearingStatus[] = ['in_session', 'recessed', ...OVER];

export const hasBegun = (status: HearingStatus): boolean => BEGUN.includes(status);

export const isOver = (status: HearingStatus): boolean => OVER.includes(status);
