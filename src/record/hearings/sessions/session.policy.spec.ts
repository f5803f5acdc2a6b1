import { describe, expect, it } from '@jest/globals';
import { assertReportable, authorityOf, labelOfSession, warningsOfSession } from './session.policy.js';

const HEARING = {
  startsAt: new Date('2016-03-13T17:00:00Z'),
  endsAt: new Date('2016-03-15T01:00:00Z'),
  timeZone: 'America/Los_Angeles',
};
const NEVER = { startsAt: null, endsAt: null, openedAt: null, adjournedAt: null };

describe('a session', () => {
  it.each([
    [false, null, 'public'],
    [true, null, 'chamber'],
    [true, 'No action was taken.', 'public'],
  ])('closed %s, reported out %j is %s', (closed, reportedOut, audience) => {
    expect(labelOfSession({ closed, reportedOut }).ownAudience).toBe(audience);
  });

  it.each([
    ['2016-03-13T08:00:00Z', []], // midnight there: the first moment of the first day
    ['2016-03-13T07:59:59Z', ['/startsAt']],
    ['2016-03-15T06:59:59Z', []], // summer time since the night before: one hour less
    ['2016-03-15T07:00:00Z', ['/startsAt']],
  ])('starting %s is told of where that is another day in the zone of the hearing', (startsAt, pointers) => {
    const warnings = warningsOfSession({ ...NEVER, startsAt: new Date(startsAt) }, HEARING);
    expect(warnings.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('of a hearing whose end is open is on the day it starts', () => {
    const next = { ...NEVER, openedAt: new Date('2016-03-14T17:00:00Z') };
    const [warning] = warningsOfSession(next, { ...HEARING, endsAt: null });
    expect(warning?.detail).toBe('2016-03-14 is outside the days of the hearing, 2016-03-13 to 2016-03-13.');
  });

  it('is reported out when it was closed and is over', () => {
    const adjournedAt = new Date();
    const told = { closed: true, adjournedAt, reportedOut: 'No action was taken.' };
    expect(() => assertReportable(told)).not.toThrow();
    expect(() => assertReportable({ ...told, closed: false })).toThrow('NOTHING_TO_REPORT');
    expect(() => assertReportable({ ...told, adjournedAt: null })).toThrow('ADJOURNED_REQUIRED');
  });

  it('cites its own law, else those of the closed items, each once, and none where it is open', () => {
    const items = ['b', 'a', 'b', null].map((authority) => ({ authority }));
    expect(authorityOf({ closed: true, authority: 'x' }, items)).toBe('x');
    expect(authorityOf({ closed: true, authority: null }, items)).toBe('b; a');
    expect(authorityOf({ closed: true, authority: null }, [])).toBeNull();
    expect(authorityOf({ closed: false, authority: null }, items)).toBeNull();
  });
});
