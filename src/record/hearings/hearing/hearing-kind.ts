export const HEARING_KINDS = [
  'public_hearing',
  'regional_summit',
  'closed_session',
  'stakeholder_interview',
] as const;

export type HearingKind = (typeof HEARING_KINDS)[number];
