import { describe, expect, it } from '@jest/globals';
import { describeParameters } from './openapi-parameters.js';

function described(path: string, parameter: { name: string; in: string; description?: string }) {
  describeParameters(path, [parameter]);
  return parameter.description;
}

describe('describeParameters', () => {
  it.each([
    ['/hearings/{hearingId}/panels', 'hearingId', 'Id of the hearing'],
    ['/people/{personId}', 'personId', 'Id of the person'],
    ['/hearings/{hearingId}/agenda-items/{itemId}', 'itemId', 'Id of the agenda item'],
    ['/agenda-items/{agendaItemId}', 'agendaItemId', 'Id of the agenda item'],
    ['/cues/{number}', 'number', undefined],
  ])('in %s says of %s: %s', (path, name, description) => {
    expect(described(path, { name, in: 'path' })).toBe(description);
  });

  it('keeps what was said', () => {
    expect(described('/a/{bId}', { name: 'bId', in: 'path', description: 'Mine' })).toBe('Mine');
    expect(described('/a', { name: 'c[lt]', in: 'query', description: 'Only mine.' })).toBe('Only mine.');
  });

  it('says what a bound leaves, before what it is good for', () => {
    expect(described('/a', { name: 'at[lt]', in: 'query' })).toBe(
      'Only those whose `at` is before this moment.',
    );
    expect(described('/a', { name: 'at[gte]', in: 'query', description: 'For b.' })).toBe(
      'Only those whose `at` is this moment or later. For b.',
    );
  });
});
