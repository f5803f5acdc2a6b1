import { describe, expect, it } from '@jest/globals';
import { Keyset } from './keyset.js';
import { type ListOrder, parseSort } from './order.js';
import { prefersTotal } from './prefer.js';

const order: ListOrder = {
  keys: {
    startsAt: { sql: 'starts_at', type: 'timestamptz' },
    title: { sql: 'lower(title)', type: 'text' },
    id: { sql: 'id', type: 'uuid' },
  },
  unique: 'id',
  default: '-startsAt',
};
const named = (sort?: string) =>
  parseSort(order, sort).map(({ name, descending }) => (descending ? '-' : '') + name);
const keyset = (sort: string, backward?: boolean) =>
  new Keyset(parseSort(order, sort), 25, backward === undefined ? null : { values: ['a', 'b'], backward });

describe('parseSort', () => {
  it.each([
    [undefined, ['-startsAt', '-id']],
    ['startsAt', ['startsAt', 'id']],
    ['-startsAt,id', ['-startsAt', 'id']],
    ['title,-startsAt', ['title', '-startsAt', '-id']],
    ['id,title', ['id']],
  ])('reads %s', (sort, expected) => {
    expect(named(sort)).toEqual(expected);
  });

  it.each([
    '',
    'colour',
    '-',
    '--id',
    'id;drop',
    'title,title',
    'title,',
    ' title',
    'constructor',
    '__proto__',
  ])('refuses %j', (sort) => {
    expect(() => parseSort(order, sort)).toThrow(
      expect.objectContaining({
        errors: [expect.objectContaining({ pointer: '/sort', code: 'UNKNOWN_SORT' })],
      }),
    );
  });
});

describe('Keyset', () => {
  it('compares rows where the directions agree', () => {
    expect(keyset('-startsAt', false).where(3)).toBe('(starts_at, id) < ($3::timestamptz, $4::uuid)');
    expect(keyset('-startsAt', true).where(1)).toBe('(starts_at, id) > ($1::timestamptz, $2::uuid)');
    expect(keyset('-startsAt', true).order).toBe('starts_at asc, id asc');
  });

  it('compares step by step where they differ', () => {
    expect(keyset('-startsAt,id', false).where(1)).toBe(
      '(starts_at <= $1::timestamptz and (starts_at < $1::timestamptz or (id > $2::uuid)))',
    );
  });

  it('numbers its parameters, the limit last', () => {
    expect(keyset('title').where(2)).toBe('true');
    expect(keyset('title').limit(2)).toBe('$2');
    expect(keyset('title').values).toEqual([26]);
    expect(keyset('title', false).limit(2)).toBe('$4');
    expect(keyset('title', false).values).toEqual(['a', 'b', 26]);
    expect(keyset('title').columns).toBe(', (lower(title))::text as "cursor_0", (id)::text as "cursor_1"');
  });

  it('never gives one name to two texts', () => {
    const all = ['title', '-title', 'title,-id', 'startsAt'].flatMap((sort) =>
      [undefined, false, true].map((backward) => keyset(sort, backward)),
    );
    const textOf = new Map(all.map((k) => [k.name, k.where(1) + k.order + k.columns]));
    expect(textOf.size).toBe(12);
    for (const k of all) expect(k.where(1) + k.order + k.columns).toBe(textOf.get(k.name));
  });
});

describe('prefersTotal', () => {
  it.each([
    'return=total-count',
    'respond-async, return=total-count',
    'return="total-count"; x=1',
    'RETURN = total-count',
  ])('reads %s', (header) => expect(prefersTotal(header)).toBe(true));
  it.each([undefined, '', 'return=minimal', 'return=total-counts', 'xreturn=total-count'])(
    'not %s',
    (header) => expect(prefersTotal(header)).toBe(false),
  );
});
