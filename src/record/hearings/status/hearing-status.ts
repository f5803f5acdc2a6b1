export const HEARING_STATUSES = [
  'draft',
  'noticed',
  'in_session',
  'recessed',
  'adjourned',
  'minutes_draft',
  'minutes_approved',
  'closed',
  'postponed',
  'rescheduled',
  'cancelled',
] as const;

export type HearingStatus = (typeof HEARING_STATUSES)[number];
