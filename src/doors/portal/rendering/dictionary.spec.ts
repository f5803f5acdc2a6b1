import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ROLES } from '#src/trust/access/index.js';
import { Dictionary, readDictionaries } from './dictionary.js';
import { WEB } from './places.js';

const { en, es } = readDictionaries();

const raw = (dictionary: Dictionary, key: string) => {
  const names = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
  return dictionary.text(key, names);
};
const wordsIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

function keysInViews(): string[] {
  const folder = new URL('views/', WEB);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.njk'))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/\bt\("([\w.]+)"\s*[,)]/g)])
    .map(([, key]) => key ?? '');
}

describe('the dictionaries', () => {
  it('have the same texts in every language', () => {
    expect(es.keys()).toEqual(en.keys());
  });

  it('leave none empty, and ask for the same words', () => {
    for (const key of en.keys()) {
      expect([key, raw(en, key).trim()]).not.toEqual([key, '']);
      expect([key, raw(es, key).trim()]).not.toEqual([key, '']);
      expect([key, wordsIn(raw(es, key))]).toEqual([key, wordsIn(raw(en, key))]);
    }
  });

  it('have a word for every role', () => {
    const roles = ROLES.filter((role) => role !== 'public');
    expect(roles.filter((role) => !en.has(`roles.${role}`))).toEqual([]);
  });

  it('have every text that a template asks for', () => {
    const keys = keysInViews();
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !en.has(key))).toEqual([]);
  });
});

describe('a text', () => {
  it('is filled in with its words', () => {
    expect(en.text('problems.429.text', { minutes: 5 })).toContain('5 minutes');
  });

  it('that is not there, or lacks a word, is a fault', () => {
    expect(() => en.text('problems.none')).toThrow('has no problems.none');
    expect(() => en.text('problems.429.text')).toThrow('needs minutes');
  });
});
