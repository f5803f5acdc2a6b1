import { describe, expect, it } from '@jest/globals';
import { assertDays } from './days.js';

describe('assertDays', () => {
  it.each([
    [null, null],
    ['2015-07-01', null],
    [null, '2015-07-01'],
    ['2015-07-01', '2015-07-01'],
    ['2015-09-30', '2015-10-01'],
  ])('lets %s to %s pass', (first, last) => {
    expect(() => assertDays(first, last, '/until')).not.toThrow();
  });

  it('refuses a last day before the first', () => {
    expect(() => assertDays('2015-10-01', '2015-09-30', '/until')).toThrow(
      expect.objectContaining({
        code: 'DAYS_REVERSED',
        errors: [expect.objectContaining({ pointer: '/until' })],
      }),
    );
  });
});
