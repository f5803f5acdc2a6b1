import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HEARING_STATUSES } from '../status/hearing-status.js';
import { dueOfHearing, dueOfRequest, dueOfSession, type OpenHearing } from './due.policy.js';

const summit = (change: Partial<OpenHearing> = {}): OpenHearing => ({
  hearingId: 'h',
  title: 'Summit',
  kind: 'regional_summit',
  timeZone: 'America/Los_Angeles',
  status: 'draft',
  startsAt: new Date('2015-10-29T16:00:00Z'),
  endsAt: null,
  nextStartsAt: null,
  ...change,
});

const LONG_BEFORE = new Date('1970-01-01T00:00:00Z');

const told = (
  hearing: OpenHearing,
  law: 'none' | 'bagley_keene' | 'brown' = 'bagley_keene',
  now = LONG_BEFORE,
) =>
  dueOfHearing(hearing, law, now).map(({ act, dueAt, officeDay, citation }) => [
    act,
    dueAt.toISOString(),
    officeDay,
    citation,
  ]);

describe('what is due for a hearing', () => {
  it('is the notice and the agenda of a draft, ten days before', () => {
    expect(told(summit())).toEqual([
      ['give_notice', '2015-10-20T06:59:59.999Z', '2015-10-19', 'Gov. Code 11125(a)'],
      ['freeze_agenda', '2015-10-20T06:59:59.999Z', '2015-10-19', 'Gov. Code 11125(b)'],
    ]);
  });

  it('is told with the office day before a weekend and a holiday', () => {
    // Ten days before Tuesday 21 November 2023 is Saturday the eleventh, Veterans Day, kept on the Friday.
    const [first] = told(summit({ startsAt: new Date('2023-11-21T17:00:00Z') }));
    expect(first).toEqual(['give_notice', '2023-11-12T07:59:59.999Z', '2023-11-09', 'Gov. Code 11125(a)']);
  });

  it('is by the hour under the Brown Act, and by the start where no law is', () => {
    expect(told(summit(), 'brown')[0]).toEqual([
      'give_notice',
      '2015-10-26T16:00:00.000Z',
      '2015-10-26',
      'Gov. Code 54954.2(a)',
    ]);
    const bare = [['give_notice', '2015-10-29T16:00:00.000Z', '2015-10-29', null]];
    expect(told(summit(), 'none')).toEqual(bare);
    expect(told(summit({ kind: 'stakeholder_interview' }))).toEqual(bare);
  });

  it('is to open it, and then its minutes', () => {
    // A Sunday is the day of the hearing all the same.
    const sunday = new Date('2015-11-01T18:00:00Z');
    expect(told(summit({ status: 'noticed', startsAt: sunday }))).toEqual([
      ['open', sunday.toISOString(), '2015-11-01', null],
    ]);
    const endsAt = new Date('2015-10-30T06:30:00Z');
    expect(told(summit({ status: 'adjourned', endsAt }))).toEqual([
      ['draft_minutes', '2015-11-09T07:59:59.999Z', '2015-11-06', null],
    ]);
    expect(told(summit({ status: 'minutes_draft' }))).toEqual([
      ['approve_minutes', '2015-12-29T07:59:59.999Z', '2015-12-28', null],
    ]);
    const nextStartsAt = new Date('2015-11-20T17:00:00Z');
    expect(told(summit({ status: 'minutes_draft', nextStartsAt }))).toEqual([
      ['approve_minutes', '2015-11-20T17:00:00.000Z', '2015-11-20', null],
    ]);
  });

  it('is a special notice too, once the regular one is late and while that one is in time', () => {
    const special = ['give_special_notice', '2015-10-27T16:00:00.000Z', '2015-10-27', 'Gov. Code 11125.4(b)'];
    const acts = (now: string, law: 'none' | 'bagley_keene' | 'brown' = 'bagley_keene', change = {}) =>
      told(summit(change), law, new Date(now)).filter(([act]) => act === 'give_special_notice');
    expect(acts('2015-10-20T06:59:59.999Z')).toEqual([]);
    expect(acts('2015-10-20T07:00:00.000Z')).toEqual([special]);
    expect(acts('2015-10-27T16:00:00.000Z')).toEqual([special]);
    expect(acts('2015-10-27T16:00:00.001Z')).toEqual([]);
    expect(acts('2015-10-28T00:00:00Z', 'brown')).toEqual([
      ['give_special_notice', '2015-10-28T16:00:00.000Z', '2015-10-28', 'Gov. Code 54956'],
    ]);
    expect(acts('2015-10-25T00:00:00Z', 'none')).toEqual([]);
    expect(acts('2015-10-25T00:00:00Z', 'bagley_keene', { kind: 'stakeholder_interview' })).toEqual([]);
    expect(acts('2015-10-25T00:00:00Z', 'bagley_keene', { status: 'noticed' })).toEqual([]);
    // The regular one is still said to be late.
    expect(told(summit(), 'bagley_keene', new Date('2015-10-25T00:00:00Z')).map(([act]) => act)).toEqual([
      'give_notice',
      'freeze_agenda',
      'give_special_notice',
    ]);
  });

  it('is a new date for what was postponed, by when it was to be', () => {
    expect(told(summit({ status: 'postponed' }))).toEqual([
      ['set_new_date', '2015-10-29T16:00:00.000Z', '2015-10-29', null],
    ]);
  });

  it('is nothing in any other state', () => {
    const busy = HEARING_STATUSES.filter((status) => told(summit({ status })).length > 0);
    expect(busy).toEqual(['draft', 'noticed', 'adjourned', 'minutes_draft', 'postponed', 'rescheduled']);
  });

  it('has an office day no later than its deadline', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.constantFrom(...HEARING_STATUSES),
        (timeZone, startsAt, status) => {
          for (const { dueAt, officeDay } of dueOfHearing(
            summit({ timeZone, startsAt, status }),
            'bagley_keene',
            new Date(startsAt.getTime() - 3 * 86_400_000),
          )) {
            const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(dueAt);
            expect(officeDay <= local).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is due beside the hearing', () => {
  const of = {
    hearingId: 'h',
    title: 'Summit',
    kind: 'public_hearing',
    timeZone: 'America/Los_Angeles',
    subjectId: 's',
  } as const;

  it('is the answer to a request, by the end of its day', () => {
    expect(dueOfRequest({ ...of, dueOn: '2015-10-31' })).toMatchObject({
      act: 'answer_request',
      subjectId: 's',
      dueAt: new Date('2015-11-01T06:59:59.999Z'),
      officeDay: '2015-10-30',
    });
  });

  it('is the report of what was closed, on the same day', () => {
    const session = { ...of, adjournedAt: new Date('2015-10-30T01:00:00Z') };
    expect(dueOfSession(session, 'bagley_keene')).toMatchObject({
      act: 'report_out',
      dueAt: new Date('2015-10-30T06:59:59.999Z'),
      citation: 'Gov. Code 11126.3(f)',
    });
    expect(dueOfSession(session, 'none').citation).toBeNull();
  });
});
