import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#src/foundation/common/index.js';
import { type Approval, assertApprovable, momentOfApproval } from './approval.policy.js';

const votedAt = new Date('2031-04-01T18:00:00Z');
const startsAt = new Date('2031-03-04T17:00:00Z');

const GOOD: Approval = {
  hearing: { kind: 'public_hearing', status: 'in_session', noticedAt: startsAt, startsAt },
  sessionId: 's',
  session: { closed: false, openedAt: startsAt },
  motion: { kind: 'approve_minutes', outcome: 'carried', sessionId: 's', votedAt, closed: false },
};

const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

const hearing = (change: Partial<Approval['hearing']>): Approval => ({
  ...GOOD,
  hearing: { ...GOOD.hearing, ...change },
});
const session = (change: Partial<Approval['session']>): Approval => ({
  ...GOOD,
  session: { ...GOOD.session, ...change },
});
const motion = (change: Partial<Approval['motion']>): Approval => ({
  ...GOOD,
  motion: { ...GOOD.motion, ...change },
});

describe('an approval of minutes', () => {
  it('was when it was voted on', () => {
    expect(momentOfApproval({ book: 'open', startsAt }, GOOD)).toBe(votedAt);
    for (const status of ['recessed', 'adjourned', 'minutes_draft', 'minutes_approved', 'closed'] as const) {
      expect(momentOfApproval({ book: 'open', startsAt }, hearing({ status }))).toBe(votedAt);
    }
  });

  it.each([
    ['APPROVAL_NOT_NOTICED', hearing({ noticedAt: null })],
    ['APPROVAL_NOT_NOTICED', hearing({ status: 'noticed' })],
    ['APPROVAL_NOT_NOTICED', hearing({ status: 'cancelled' })],
    ['APPROVED_BEFORE_HELD', hearing({ startsAt: new Date(startsAt.getTime() - 1) })],
    ['APPROVAL_NOT_OPEN', hearing({ kind: 'closed_session' })],
    ['APPROVAL_NOT_OPEN', session({ closed: true })],
    ['APPROVAL_NOT_OPEN', motion({ closed: true })],
    ['APPROVAL_SESSION_NOT_HELD', session({ openedAt: null })],
    ['MOTION_ELSEWHERE', motion({ sessionId: 't' })],
    ['MOTION_ELSEWHERE', motion({ sessionId: null })],
    ['MOTION_OF_OTHER_KIND', motion({ kind: 'main' })],
    ['MOTION_NOT_CARRIED', motion({ outcome: 'lost' })],
    ['MOTION_NOT_CARRIED', motion({ outcome: 'withdrawn' })],
    ['MOTION_NOT_CARRIED', motion({ outcome: 'pending', votedAt: null })],
  ])('is none: %s', (code, approval) => {
    expect(codeOf(() => momentOfApproval({ book: 'open', startsAt }, approval))).toBe(code);
  });

  it('of the closed book may itself be closed', () => {
    for (const closed of [
      hearing({ kind: 'closed_session' }),
      session({ closed: true }),
      motion({ closed: true }),
    ]) {
      expect(momentOfApproval({ book: 'closed', startsAt }, closed)).toBe(votedAt);
    }
  });

  it('is of a draft that no later version was approved before', () => {
    const draft = { status: 'draft', version: 2 } as const;
    expect(codeOf(() => assertApprovable(draft, null))).toBeNull();
    expect(codeOf(() => assertApprovable(draft, { version: 1 }))).toBeNull();
    expect(codeOf(() => assertApprovable(draft, { version: 3 }))).toBe('MINUTES_OUTDATED');
    for (const status of ['approved', 'superseded'] as const) {
      expect(codeOf(() => assertApprovable({ ...draft, status }, null))).toBe('MINUTES_APPROVED');
    }
  });
});
