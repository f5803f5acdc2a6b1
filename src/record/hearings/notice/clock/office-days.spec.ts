import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isOfficeDay, isStateHoliday, officeDayAtOrBefore } from './office-days.js';

const day = (text: string) => Temporal.PlainDate.from(text);

/** All days of a year that are closed beside weekends. */
function closedIn(year: number): string[] {
  const closed: string[] = [];
  for (let at = day(`${year}-01-01`); at.year === year; at = at.add({ days: 1 })) {
    if (at.dayOfWeek < 6 && isStateHoliday(at)) closed.push(at.toString());
  }
  return closed;
}

describe('the days when the offices of the state are closed', () => {
  it('are those that were published for 2013', () => {
    expect(closedIn(2013)).toEqual([
      '2013-01-01',
      '2013-01-21',
      '2013-02-18',
      '2013-04-01',
      '2013-05-27',
      '2013-07-04',
      '2013-09-02',
      '2013-11-11',
      '2013-11-28',
      '2013-11-29',
      '2013-12-25',
    ]);
  });

  it('move a Sunday to the Monday, and Veterans Day on a Saturday to the Friday', () => {
    expect(closedIn(2023)).toEqual(expect.arrayContaining(['2023-01-02', '2023-11-10']));
    expect(closedIn(2018)).toContain('2018-11-12');
    expect(isStateHoliday(day('2024-11-29'))).toBe(true);
    expect(isStateHoliday(day('2019-11-22'))).toBe(false);
    expect(isStateHoliday(day('2019-11-29'))).toBe(true);
  });

  it('are nine to eleven weekdays in every year', () => {
    for (let year = 1970; year <= 2100; year++) {
      // Only New Year, 31 March, 4 July and Christmas can be lost to a Saturday.
      const { length } = closedIn(year);
      expect([year, length >= 9 && length <= 11]).toEqual([year, true]);
    }
  });
});

describe('the office day at or before a day', () => {
  it('is one, and there is none between', () => {
    const anyDay = fc.integer({ min: 0, max: 47_847 }).map((n) => day('1970-01-01').add({ days: n }));
    fc.assert(
      fc.property(anyDay, (date) => {
        const office = officeDayAtOrBefore(date);
        expect(isOfficeDay(office)).toBe(true);
        const between = office.until(date).days;
        expect(between).toBeGreaterThanOrEqual(0);
        expect(between).toBeLessThanOrEqual(4);
        for (let n = 1; n <= between; n++) expect(isOfficeDay(office.add({ days: n }))).toBe(false);
      }),
    );
  });
});
