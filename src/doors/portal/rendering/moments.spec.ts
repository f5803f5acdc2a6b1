import { describe, expect, it } from '@jest/globals';
import { ago, dayOf } from './moments.js';

const NOW = new Date('2026-11-25T12:00:00Z');

describe('a moment', () => {
  it.each([
    ['2026-11-25T11:59:40Z', 'now', 'ahora'],
    ['2026-11-25T11:58:30Z', '1 minute ago', 'hace 1 minuto'],
    ['2026-11-25T09:10:00Z', '2 hours ago', 'hace 2 horas'],
    ['2026-11-24T11:00:00Z', 'yesterday', 'ayer'],
  ])('%s is told from now, in each language', (moment, en, es) => {
    expect([ago(moment, 'en', NOW), ago(moment, 'es', NOW)]).toEqual([en, es]);
  });
});

describe('a day', () => {
  it('is the same in every time zone', () => {
    expect(dayOf('2026-11-25', 'en')).toBe('November 25, 2026');
    expect(dayOf('2026-11-25', 'es')).toBe('25 de noviembre de 2026');
  });
});
