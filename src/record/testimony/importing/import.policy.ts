import { ordinary, type OwnLabel } from '#src/trust/access/index.js';

export const HEARING_KINDS = [
  'public_hearing',
  'regional_summit',
  'closed_session',
  'stakeholder_interview',
] as const;
export type HearingKind = (typeof HEARING_KINDS)[number];

/** What a hearing that has a transcript may be. */
export const HEARING_STATUSES = [
  'draft',
  'noticed',
  'in_session',
  'adjourned',
  'minutes_draft',
  'minutes_approved',
  'closed',
  'postponed',
  'rescheduled',
  'cancelled',
] as const;
export type HearingStatus = (typeof HEARING_STATUSES)[number];

/** A closed session is the chamber's, whatever it is called; a draft is the desk's. */
export function labelOfImportedHearing(kind: HearingKind, status: HearingStatus): OwnLabel {
  if (kind === 'closed_session') return ordinary('chamber');
  return ordinary(status === 'draft' ? 'desk' : 'public');
}

/** Witnesses are told with their hearing: the label of the hearing narrows theirs. */
export const labelOfImportedWitness = (): OwnLabel => ordinary('public');
