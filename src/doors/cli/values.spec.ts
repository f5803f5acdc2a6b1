import { describe, expect, it } from '@jest/globals';
import { readDay, readExpiry, readText, readTimeZone } from './values.js';

const now = new Date('2031-05-07T12:00:00Z');

describe('values of options', () => {
  it.each([
    ['90d', '2031-08-05T12:00:00.000Z'],
    ['12h', '2031-05-08T00:00:00.000Z'],
    ['30m', '2031-05-07T12:30:00.000Z'],
    ['2031-05-07T16:00:00+02:00', '2031-05-07T14:00:00.000Z'],
  ])('the end %s', (text, at) => {
    expect(readExpiry(text, now).toISOString()).toBe(at);
  });

  it.each([
    '0d',
    'd',
    '-3d',
    '1.5d',
    '2031-05-07',
    '2031-05-07T12:00:00',
    '2031-05-07T12:00:00Z',
    '2031-13-01T00:00:00Z',
  ])('no end: %s', (text) => {
    expect(() => readExpiry(text, now)).toThrow();
  });

  it('a day must be one of the calendar', () => {
    expect(readDay('2032-02-29')).toBe('2032-02-29');
    for (const text of ['2031-02-29', '2031-2-1', 'today', '2031-05-07T00:00:00Z']) {
      expect(() => readDay(text)).toThrow();
    }
  });

  it('a time zone must know its summers', () => {
    expect(readTimeZone('America/New_York')).toBe('America/New_York');
    for (const text of ['+02:00', 'Mars/Olympus', '']) expect(() => readTimeZone(text)).toThrow();
  });

  it('a text must be one', () => {
    expect(readText('Fresno')).toBe('Fresno');
    for (const text of [' ', 'a\0b', 'a\ud800']) expect(() => readText(text)).toThrow();
  });
});
