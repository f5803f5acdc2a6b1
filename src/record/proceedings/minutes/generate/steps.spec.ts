import { describe, expect, it } from '@jest/globals';
import { stepsOfTheDay } from './steps.js';

const step = (at: string) => ({ to: 'adjourned', at: new Date(at), reason: null });
const startsAt = new Date('2031-03-04T17:00:00Z');

describe('the steps of a hearing', () => {
  it('count when they were entered while it sat, half a day around it included', () => {
    const kept = [step('2031-03-04T05:00:00Z'), step('2031-03-05T05:00:00Z')];
    const others = [step('2031-03-04T04:59:59Z'), step('2031-03-05T05:00:01Z')];
    expect(stepsOfTheDay([...kept, ...others], { startsAt, endsAt: null })).toEqual(kept);
    const endsAt = new Date('2031-03-06T17:00:00Z');
    expect(stepsOfTheDay([...kept, ...others], { startsAt, endsAt })).toEqual([...kept, others[1]]);
  });
});
