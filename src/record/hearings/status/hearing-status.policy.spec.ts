import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#src/foundation/common/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { labelOfHearing } from '../hearing/hearing.policy.js';
import { HEARING_STATUSES, type HearingStatus } from './hearing-status.js';
import { type AgendaFacts, type Move, moved, MOVES, wayBetween } from './hearing-status.policy.js';

const NOW = new Date('2030-01-01T00:00:00Z');
const LATER = new Date('2030-02-01T17:00:00Z');
const AFTERWARDS = new Date('2030-02-02T00:00:00Z');
const AGENDA: AgendaFacts = { items: 1, withoutAuthority: 1 };

const planned = (change: Partial<Hearing> = {}): Hearing =>
  ({
    kind: 'public_hearing',
    status: 'draft',
    noticedAt: null,
    startsAt: LATER,
    endsAt: null,
    timeZone: 'America/Los_Angeles',
    venueName: 'The Forum',
    ownOpensAt: null,
    ...change,
  }) as Hearing;

const to = (status: HearingStatus, more: Partial<Move> = {}): Move => ({
  to: status,
  reason: null,
  startsAt: null,
  endsAt: null,
  ...more,
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'no refusal';
  } catch (error) {
    return error instanceof DomainError ? `${error.status} ${error.code}` : String(error);
  }
};

describe('a status move', () => {
  it('is refused wherever the table has none, naming both ends', () => {
    for (const from of HEARING_STATUSES) {
      for (const status of HEARING_STATUSES) {
        if (MOVES[from].includes(status)) continue;
        const move = to(status, { reason: 'x', ...(status === 'rescheduled' && { startsAt: LATER }) });
        const attempt = () => moved(planned({ status: from, noticedAt: NOW }), move, AGENDA, NOW);
        expect(codeOf(attempt)).toBe('409 HEARING_STATUS_ILLEGAL');
        expect(attempt).toThrow(`A hearing that is ${from} cannot become ${status}.`);
      }
    }
  });

  it('asks for a reason when plans are broken, and for the new start', () => {
    const noticed = planned({ status: 'noticed', noticedAt: NOW });
    for (const status of ['postponed', 'cancelled', 'rescheduled'] as const) {
      expect(codeOf(() => moved(noticed, to(status), AGENDA, NOW))).toBe('422 REASON_REQUIRED');
    }
    expect(codeOf(() => moved(noticed, to('rescheduled', { reason: 'fire' }), AGENDA, NOW))).toBe(
      '422 START_REQUIRED',
    );
    expect(codeOf(() => moved(noticed, to('in_session', { startsAt: LATER }), AGENDA, NOW))).toBe(
      '422 TIME_NOT_TAKEN',
    );
    const early = to('rescheduled', { reason: 'fire', startsAt: LATER, endsAt: NOW });
    expect(codeOf(() => moved(noticed, early, AGENDA, NOW))).toBe('422 ENDS_BEFORE_START');
  });

  it('is refused when the hearing is not what the caller believes', () => {
    const move = to('cancelled', { from: 'draft', reason: 'x' });
    expect(codeOf(() => moved(planned({ status: 'noticed', noticedAt: NOW }), move, AGENDA, NOW))).toBe(
      '409 HEARING_STATUS_MOVED',
    );
  });

  it('keeps the length when the start moves', () => {
    const endsAt = new Date(LATER.getTime() + 3_600_000);
    const startsAt = new Date('2030-03-01T17:00:00Z');
    const noticed = planned({ status: 'noticed', noticedAt: NOW, endsAt });
    expect(moved(noticed, to('rescheduled', { reason: 'fire', startsAt }), AGENDA, NOW)).toEqual({
      status: 'rescheduled',
      noticedAt: NOW,
      startsAt,
      endsAt: new Date('2030-03-01T18:00:00Z'),
    });
  });

  it('notices what can be noticed only', () => {
    const notice = (change: Partial<Hearing>, agenda: AgendaFacts = AGENDA) =>
      codeOf(() => moved(planned(change), to('noticed'), agenda, NOW));
    const none: AgendaFacts = { items: 0, withoutAuthority: 0 };
    expect(notice({})).toBe('no refusal');
    expect(notice({}, none)).toBe('409 NOTICE_NEEDS_AGENDA');
    expect(notice({ venueName: null })).toBe('409 NOTICE_NEEDS_VENUE');
    expect(notice({ venueName: null, kind: 'stakeholder_interview' })).toBe('no refusal');
    expect(notice({ kind: 'closed_session' })).toBe('409 NOTICE_NEEDS_AUTHORITY');
    expect(notice({ kind: 'closed_session' }, { items: 1, withoutAuthority: 0 })).toBe('no refusal');
    // Taken over from elsewhere: nobody has to come any more.
    expect(notice({ startsAt: NOW, venueName: null }, none)).toBe('no refusal');
  });
});

describe('a hearing is opened', () => {
  const open = (now: string, change: Partial<Hearing> = {}) =>
    codeOf(() =>
      moved(
        planned({ status: 'noticed', noticedAt: NOW, ...change }),
        to('in_session'),
        AGENDA,
        new Date(now),
      ),
    );

  it('no earlier than on its day, in its time zone', () => {
    // 1 February begins at eight in the morning of UTC where it is held.
    expect(open('2030-02-01T07:59:59.999Z')).toBe('409 NOT_YET');
    expect(open('2030-02-01T08:00:00.000Z')).toBe('no refusal');
    expect(open('2030-01-31T10:59:59.999Z', { timeZone: 'Pacific/Auckland' })).toBe('409 NOT_YET');
    expect(open('2030-02-01T11:00:00.000Z', { timeZone: 'Pacific/Auckland' })).toBe('no refusal');
    expect(open('2031-01-01T00:00:00.000Z')).toBe('no refusal');
  });

  it('again after a recess, whatever the day', () => {
    expect(open('2030-01-01T00:00:00.000Z', { status: 'recessed' })).toBe('no refusal');
  });
});

describe('a postponed hearing', () => {
  const resume = (now: Date) =>
    codeOf(() => moved(planned({ status: 'postponed', noticedAt: NOW }), to('noticed'), AGENDA, now));

  it('is resumed while its start is ahead', () => {
    expect(resume(new Date(LATER.getTime() - 1))).toBe('no refusal');
    expect(resume(LATER)).toBe('409 START_HAS_PASSED');
  });
});

describe('random walks', () => {
  const step = fc.record({
    to: fc.constantFrom(...HEARING_STATUSES),
    reason: fc.option(fc.constant('a reason')),
    startsAt: fc.option(fc.date({ min: NOW, max: LATER, noInvalidDate: true })),
    endsAt: fc.constant(null),
    now: fc.constantFrom(NOW, AFTERWARDS),
  });

  it('never reach a state the table has no way to, and never lose the notice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.boolean(), (steps, hasAgenda) => {
        let hearing = planned();
        let wasNoticed = false;
        for (const { now, ...move } of steps) {
          const agenda = hasAgenda ? AGENDA : { items: 0, withoutAuthority: 0 };
          let after: Partial<Hearing>;
          try {
            after = moved(hearing, move, agenda, now);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
            continue;
          }
          expect(MOVES[hearing.status]).toContain(after.status);
          hearing = { ...hearing, ...after };
          wasNoticed ||= hearing.status === 'noticed';
          expect(hearing.noticedAt !== null).toBe(wasNoticed);
          expect(labelOfHearing(hearing).ownAudience).toBe(wasNoticed ? 'public' : 'desk');
          // Without an agenda only what has begun is noticed, or noticed again.
          if (!hasAgenda && after.status === 'noticed') expect(now >= hearing.startsAt).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the way to a status', () => {
  it('is the usual course, forwards and without asides', () => {
    expect(wayBetween('draft', 'adjourned')).toEqual(['noticed', 'in_session', 'adjourned']);
    expect(wayBetween('rescheduled', 'in_session')).toEqual(['in_session']);
    expect(wayBetween('closed', 'closed')).toEqual([]);
    expect(wayBetween('adjourned', 'draft')).toBeNull();
    expect(wayBetween('draft', 'cancelled')).toBeNull();
    expect(wayBetween('postponed', 'adjourned')).toBeNull();
    expect(wayBetween('postponed', 'noticed')).toBeNull();
    expect(wayBetween('noticed', 'adjourned')).toEqual(['in_session', 'adjourned']);
    expect(wayBetween('recessed', 'closed')?.at(0)).toBe('in_session');
  });
});
