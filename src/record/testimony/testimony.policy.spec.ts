import { describe, expect, it } from '@jest/globals';
import { RECORD_STATUSES } from './entities/record-status.js';
import {
  isCorrectable,
  labelOfRecording,
  labelOfTestimony,
  labelOfTranscript,
  mayBecome,
  needsReason,
} from './testimony.policy.js';

describe('labels of what comes in', () => {
  it.each([labelOfRecording, labelOfTranscript, labelOfTestimony])(
    '%p: the public sees what is posted',
    (labelOf) => {
      const audiences = RECORD_STATUSES.map((status) => labelOf({ status }).ownAudience);
      expect(audiences).toEqual(['desk', 'desk', 'public', 'desk']);
      expect(labelOf({ status: 'posted' })).toMatchObject({
        protected: false,
        ownOpensAt: null,
        ownClosesAt: null,
      });
    },
  );
});

describe('statuses', () => {
  it('change as the desk decides, and never to what they are', () => {
    const pairs = RECORD_STATUSES.flatMap((from) =>
      RECORD_STATUSES.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(pairs).toEqual([
      'received held',
      'received posted',
      'received retracted',
      'held posted',
      'held retracted',
      'posted held',
      'posted retracted',
      'retracted held',
    ]);
  });

  it('need a reason when something is kept back', () => {
    expect(RECORD_STATUSES.filter(needsReason)).toEqual(['held', 'retracted']);
  });
});

describe('isCorrectable', () => {
  it('leaves what came in as it came', () => {
    expect(isCorrectable({ kind: 'machine' })).toBe(false);
    expect(isCorrectable({ kind: 'corrected' })).toBe(true);
  });
});
