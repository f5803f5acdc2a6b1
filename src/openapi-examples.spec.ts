import { describe, expect, it } from '@jest/globals';
import { showExamples } from './openapi-examples.js';

const json = (schema: object, rest: object = {}) => ({
  content: { 'application/json': { schema, ...rest } },
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function shown(schema: object, schemas: Record<string, object> = {}): unknown {
  const body = json(schema);
  showExamples({ requestBody: body, responses: {} }, schemas);
  return (body.content['application/json'] as { example?: unknown }).example;
}

const thing = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

describe('showExamples', () => {
  it('takes what a property shows itself, then its default, its choices, its format', () => {
    const properties = {
      name: { type: 'string', example: 'Oakland', default: 'x' },
      language: { type: 'string', default: 'en' },
      mode: { type: ['string', 'null'], enum: [null, 'remote'] },
      at: { type: 'string', format: 'date-time' },
      sourceNotes: { type: 'array', items: { type: 'string' } },
      order: { type: 'integer', minimum: 3 },
      closed: { type: 'boolean', example: false },
      pair: { type: 'array', minItems: 2, items: { type: 'integer' } },
    };
    expect(shown(thing(properties))).toEqual({
      name: 'Oakland',
      language: 'en',
      mode: 'remote',
      at: '2026-01-15T17:00:00.000Z',
      sourceNotes: ['the source notes'],
      order: 3,
      closed: false,
      pair: [1, 1],
    });
  });

  it('shows what must be there or shows itself, else the first property; null where nothing better is said', () => {
    const word = { type: ['string', 'null'] };
    expect(shown(thing({ a: word, b: word }, ['a']))).toEqual({ a: null });
    expect(shown(thing({ a: word, b: { ...word, example: 'B' } }, []))).toEqual({ b: 'B' });
    expect(shown(thing({ a: word, b: word }, []))).toEqual({ a: 'the a' });
  });

  it('follows references, and comes back from those that lead round', () => {
    const Knot = thing({ name: { type: 'string' }, next: { anyOf: [ref('Knot'), { type: 'null' }] } });
    const example = shown(thing({ knots: { type: 'array', items: ref('Knot') } }), { Knot });
    expect(example).toMatchObject({ knots: [{ name: 'the name', next: { name: 'the name' } }] });
    expect(JSON.stringify(example)).toMatch(/"next":null(}|])+$/);
  });

  it('shows nothing rather than half of what must be there', () => {
    const Loop = thing({ name: { type: 'string' }, next: ref('Loop') });
    expect(shown(ref('Loop'), { Loop })).toBeUndefined();
    expect(shown({ type: 'object' })).toBeUndefined();
  });

  it('shows every success and no refusal, and leaves what is shown', () => {
    const schema = thing({ a: { type: 'string' } });
    const [made, refused, kept] = [json(schema), json(schema), json(schema, { example: 1 })];
    showExamples({ responses: { '200': kept, '201': made, '204': {}, '404': refused } }, {});
    expect([made, refused, kept].map(({ content }) => content['application/json'])).toEqual([
      { schema, example: { a: 'the a' } },
      { schema },
      { schema, example: 1 },
    ]);
  });
});
