export const HEARING_KINDS = [
  'public_hearing',
  'regional_summit',
  'closed_session',
  'stakeholder_interview',
] as const;

export type HearingKind = (typeof HEARING_KINDS)[number];

/** Where nobody in particular is to sit, the whole bench is expected; an interview is fieldwork of a few. */
export const BENCH_KINDS: readonly HearingKind[] = ['public_hearing', 'regional_summit', 'closed_session'];
