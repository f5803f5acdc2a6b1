import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { CursorSealer, type Keyset, type ListOrder, type Page, Pager } from '#src/foundation/common/index.js';
import { createEmptyDatabase, type TestDatabase } from '../../support/test-database.js';

interface Item {
  id: string;
  at: string | null;
  title: string;
  seconds: number;
}

const ORDER: ListOrder = {
  keys: {
    at: { sql: "coalesce(at, '-infinity')", type: 'timestamptz' },
    title: { sql: 'title', type: 'text' },
    seconds: { sql: 'seconds', type: 'float8' },
    id: { sql: 'id', type: 'uuid' },
  },
  unique: 'id',
  default: '-at',
};

const pager = new Pager(new CursorSealer(Buffer.alloc(32, 3)));
let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createEmptyDatabase();
  client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(
    'create table item (id uuid primary key, at timestamptz, title text not null, seconds float8 not null)',
  );
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Few values, so that ties are many; microseconds and long fractions, which a Date or a rounding would lose. */
const items = fc.uniqueArray(
  fc.record({
    id: fc.uuid({ version: 4 }),
    at: fc.constantFrom(
      null,
      '2026-01-01 00:00:00.000001+00',
      '2026-01-01 00:00:00.000002+00',
      '2026-01-02 00:00:00+00',
    ),
    title: fc.constantFrom('a', 'B', 'é', '', "it's"),
    seconds: fc.constantFrom(0, 0.1, 0.1 + Number.EPSILON, 1 / 3, 54_000.123456789),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const sorts = fc
  .uniqueArray(fc.tuple(fc.constantFrom('at', 'title', 'seconds', 'id'), fc.boolean()), {
    selector: ([name]) => name,
    minLength: 1,
  })
  .map((terms) => terms.map(([name, descending]) => (descending ? '-' : '') + name).join(','));

async function read(keyset: Keyset, list = 'items'): Promise<(Item & object)[]> {
  const { rows } = await client.query<Item>({
    name: `${list} ${keyset.name}`,
    text: `select id ${keyset.columns} from item where id <> $1 and ${keyset.where(2)}
           order by ${keyset.order} limit ${keyset.limit(2)}`,
    values: ['00000000-0000-0000-0000-000000000000', ...keyset.values],
  });
  return rows;
}

const page = (sort: string, limit: number, cursor?: string): Promise<Page<string>> =>
  pager.page({
    list: 'items',
    query: { limit, sort, ...(cursor !== undefined && { cursor }) },
    order: ORDER,
    fetch: (keyset) => read(keyset),
    item: ({ id }) => id,
  });

/** Reads to the end, then back to the start. */
async function walk(sort: string, limit: number): Promise<{ forward: string[][]; backward: string[][] }> {
  const forward: string[][] = [];
  let current = await page(sort, limit);
  expect(current.prev).toBeNull();
  for (;;) {
    forward.push(current.items);
    if (current.next === null) break;
    current = await page(sort, limit, current.next);
  }
  const backward: string[][] = [current.items];
  while (current.prev !== null) {
    current = await page(sort, limit, current.prev);
    backward.unshift(current.items);
  }
  return { forward, backward };
}

describe('pages of a list', () => {
  it('hold every row once and in order, forward and backward, whatever the order, the ties and the size', async () => {
    await fc.assert(
      fc.asyncProperty(items, sorts, fc.integer({ min: 1, max: 7 }), async (rows, sort, limit) => {
        await client.query('truncate item');
        await client.query('insert into item select * from json_populate_recordset(null::item, $1)', [
          JSON.stringify(rows),
        ]);
        const { items: whole } = await page(sort, 250);
        expect(whole.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
        const { forward, backward } = await walk(sort, limit);
        expect(forward.flat()).toEqual(whole);
        expect(forward.slice(0, -1).every((one) => one.length === limit)).toBe(true);
        expect(backward.every((one) => one.length > 0) || rows.length === 0).toBe(true);
        // Read from the end, the pages end where the list does: the short one is the first.
        expect(backward.flat()).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  it('begin at the bound of an index, however deep', async () => {
    await client.query('truncate item');
    await client.query(
      "insert into item select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 s', 'a', n from generate_series(1, 20000) n",
    );
    await client.query('create index on item (seconds, id)');
    await client.query('analyze item');
    const deep = await page('-seconds', 250, (await page('-seconds', 250)).next ?? undefined);
    let plan = '';
    await pager.page({
      list: 'items',
      query: { limit: 25, sort: '-seconds', cursor: deep.next ?? undefined },
      order: ORDER,
      fetch: async (keyset) => {
        const text = `explain select id ${keyset.columns} from item where ${keyset.where(1)} order by ${keyset.order} limit ${keyset.limit(1)}`;
        const { rows } = await client.query<Record<'QUERY PLAN', string>>(text, keyset.values);
        plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        return [];
      },
      item: (row) => row,
    });
    expect(plan).toMatch(/Index (Only )?Scan Backward/);
    expect(plan).toMatch(/Index Cond: \(ROW\(seconds, id\) < ROW/);
    expect(plan).not.toMatch(/Sort|Seq Scan/);
  });

  it('refuses to go on from a row without a sort value', async () => {
    await client.query('truncate item');
    await client.query(
      "insert into item values (gen_random_uuid(), null, 'a', 1), (gen_random_uuid(), null, 'b', 1)",
    );
    const nullable: ListOrder = { ...ORDER, keys: { ...ORDER.keys, at: { sql: 'at', type: 'timestamptz' } } };
    const list = pager.page({
      list: 'x',
      query: { limit: 1 },
      order: nullable,
      fetch: (keyset) => read(keyset, 'nullable'),
      item: (row) => row,
    });
    await expect(list).rejects.toThrow('nothing nullable');
  });
});
