import { describe, expect, it } from '@jest/globals';
import { HEARING_STATUSES, type HearingStatus } from '../status/hearing-status.js';
import { assertOath, assertWitnessStep, WITNESS_STEPS } from './witness.policy.js';
import { WITNESS_STATUSES, type WitnessStatus } from './witness-status.js';

const NOW = new Date('2016-03-24T18:00:00Z');
const PAST = new Date('2016-03-24T17:00:00Z');
const AHEAD = new Date('2016-03-24T19:00:00Z');
const BEGUN = { status: 'in_session', startsAt: PAST } as const;

/** The code of the refusal; null: none. */
function codeOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const step = (
  before: WitnessStatus | null,
  status: WitnessStatus,
  hearing: { status: HearingStatus; startsAt: Date } = BEGUN,
  secondsUsed: number | null = null,
) => {
  const was = before && { status: before, secondsUsed: null };
  return codeOf(() => assertWitnessStep(was, { status, secondsUsed }, hearing, NOW));
};

describe('a witness', () => {
  it('takes the steps of the table and no other; none twice is a step', () => {
    for (const before of WITNESS_STATUSES) {
      for (const after of WITNESS_STATUSES) {
        const legal = before === after || WITNESS_STEPS[before].includes(after);
        expect([before, after, step(before, after)]).toEqual([
          before,
          after,
          legal ? null : 'WITNESS_STATUS_ILLEGAL',
        ]);
      }
    }
  });

  it('who was heard neither declined nor withdrew, and whoever did not come is not heard', () => {
    expect(WITNESS_STEPS.heard).not.toContain('declined');
    expect(WITNESS_STEPS.heard).not.toContain('withdrawn');
    for (const status of ['declined', 'withdrawn'] as const)
      expect(WITNESS_STEPS[status]).not.toContain('heard');
  });

  it('is heard and timed from when the hearing began, by its status or by its time', () => {
    for (const status of HEARING_STATUSES) {
      const byTime = ['draft', 'noticed', 'rescheduled'].includes(status);
      const never = ['postponed', 'cancelled'].includes(status);
      for (const startsAt of [PAST, NOW, AHEAD]) {
        const begun = never ? false : byTime ? startsAt <= NOW : true;
        const expected = begun ? null : 'HEARING_NOT_BEGUN';
        expect([status, step('confirmed', 'heard', { status, startsAt })]).toEqual([status, expected]);
        expect([status, step(null, 'heard', { status, startsAt })]).toEqual([status, expected]);
        expect([status, step('confirmed', 'confirmed', { status, startsAt }, 0)]).toEqual([status, expected]);
        expect(step('invited', 'confirmed', { status, startsAt })).toBeNull();
      }
    }
  });

  it('who was heard stays so when the hearing is put off afterwards', () => {
    const heard = { status: 'heard', secondsUsed: 287 } as const;
    const putOff = { status: 'postponed', startsAt: AHEAD } as const;
    expect(codeOf(() => assertWitnessStep(heard, heard, putOff, NOW))).toBeNull();
    const longer = { ...heard, secondsUsed: 288 };
    expect(codeOf(() => assertWitnessStep(heard, longer, putOff, NOW))).toBe('HEARING_NOT_BEGUN');
  });

  it.each([
    [null, null, undefined, null],
    [null, null, false, null],
    ['sworn', PAST, undefined, null],
    ['affirmed', NOW, true, null],
    ['sworn', AHEAD, undefined, 'IN_THE_FUTURE'],
    ['affirmed', PAST, false, 'OATH_RECORDED'],
  ] as const)('an oath %s at %s, sworn %s: %s', (oathKind, oathAt, sworn, code) => {
    expect(codeOf(() => assertOath({ oathKind, oathAt }, sworn, NOW))).toBe(code);
  });
});
