import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLocalDate } from './local-date.js';

describe('isLocalDate', () => {
  it('takes every day of the calendar', () => {
    const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(fc.property(day, (date) => isLocalDate(date.toISOString().slice(0, 10))));
  });

  it.each(['2015-02-29', '2100-02-29', '2015-04-31', '2015-13-01', '2015-00-10', '2015-1-1', '0999-01-01'])(
    'refuses %s',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it.each(['2015-10-29T00:00:00Z', '2015-10-29 ', '', 20_151_029, null])('refuses %j', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it('knows leap days', () => {
    expect(['2016-02-29', '2000-02-29', '1900-02-29'].map(isLocalDate)).toEqual([true, true, false]);
  });
});
