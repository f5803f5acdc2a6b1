import { HEARING_STATUSES, type HearingStatus } from '../status/hearing-status.js';

/** What a hearing is to a season: still to come, under way, held, or not to be held as it was told. */
export const SEASON_STATES = ['planned', 'noticed', 'inSession', 'held', 'postponed', 'cancelled'] as const;

export type SeasonState = (typeof SEASON_STATES)[number];

const STATE_OF: Readonly<Record<HearingStatus, SeasonState>> = {
  draft: 'planned',
  noticed: 'noticed',
  rescheduled: 'noticed',
  in_session: 'inSession',
  recessed: 'inSession',
  adjourned: 'held',
  minutes_draft: 'held',
  minutes_approved: 'held',
  closed: 'held',
  postponed: 'postponed',
  cancelled: 'cancelled',
};

/** The table as SQL: the state of the hearing whose status is in the column. */
export function stateSql(column: string): string {
  const cases = HEARING_STATUSES.map((status) => `when '${status}' then '${STATE_OF[status]}'`);
  return `case ${column} ${cases.join(' ')} end`;
}
