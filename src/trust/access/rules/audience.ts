/**
 * Who may read a record, in one word. Two ladders: ordinary `desk < chamber < public`; protected
 * `officials, reviewers < assigned < commission < public`. `nobody` is below both.
 */
export const AUDIENCES = [
  'nobody',
  'desk',
  'chamber',
  'officials',
  'reviewers',
  'assigned',
  'commission',
  'public',
] as const;

export type Audience = (typeof AUDIENCES)[number];

/** Height on each ladder; a word without one stands on the other. */
const ORDINARY: Partial<Record<Audience, number>> = { desk: 1, chamber: 2, public: 3 };
const PROTECTED: Partial<Record<Audience, number>> = {
  officials: 1,
  reviewers: 1,
  assigned: 2,
  commission: 3,
  public: 4,
};

export function isOnLadder(audience: Audience, isProtected: boolean): boolean {
  return audience === 'nobody' || (isProtected ? PROTECTED : ORDINARY)[audience] !== undefined;
}

/** The narrower of two audiences; where two ladders meet, or two words are of one height, nobody. */
export function narrower(a: Audience, b: Audience): Audience {
  if (a === b) return a;
  for (const ladder of [ORDINARY, PROTECTED]) {
    const heightA = ladder[a];
    const heightB = ladder[b];
    if (heightA !== undefined && heightB !== undefined) {
      if (heightA === heightB) return 'nobody';
      return heightA < heightB ? a : b;
    }
  }
  return 'nobody';
}
