export const MOTION_KINDS = [
  'main',
  'recess',
  'adjourn',
  'closed_session',
  'special_meeting',
  'emergency',
  'approve_minutes',
  'other',
] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

export const MOTION_OUTCOMES = ['pending', 'carried', 'lost', 'withdrawn'] as const;
export type MotionOutcome = (typeof MOTION_OUTCOMES)[number];

/** Those who are too few for anything else may still part and meet again (Gov. Code 11128.5). */
export const needsQuorum = (kind: MotionKind): boolean => kind !== 'recess' && kind !== 'adjourn';
