import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SearchKeeper } from '#src/holdings/search/index.js';
import {
  type Actor,
  type Audience,
  decide,
  effectiveAudience,
  type Label,
  type Role,
} from '#src/trust/access/index.js';
import { createRoom, type Room } from '../testimony/testimony.support.js';

const KINDS = ['hearing', 'agenda_item', 'witness', 'testimony'] as const;
const AUDIENCES: Audience[] = ['nobody', 'desk', 'chamber', 'public'];
const HOURS = [null, -2, -1, 1, 2];
const MATTER = randomUUID();

interface Move {
  readonly at: number;
  readonly audience: Audience;
  readonly opens: number | null;
  readonly closes: number | null;
}

interface Thing {
  readonly kind: (typeof KINDS)[number];
  readonly id: string;
}

describe('an entry follows its record', () => {
  let room: Room;
  let readers: { actor: Actor; key: string | null }[];

  beforeAll(async () => {
    room = await createRoom();
    const actors = async () =>
      (await room.admin.query<{ id: string }>('select id from actor')).rows.map(({ id }) => id);
    const reader = async (role: Role, isRecused: boolean) => {
      const known = await actors();
      const key = await room.bearer(role);
      const id = (await actors()).find((actor) => !known.includes(actor)) ?? '';
      if (isRecused) {
        await room.admin.query('insert into access.recusal (person, matter, starts_at) values ($1, $2, $3)', [
          id,
          MATTER,
          new Date(0),
        ]);
      }
      const recusals = isRecused ? [{ matter: MATTER, from: new Date(0), until: null }] : [];
      return { actor: { via: 'key' as const, id, name: role, roles: [role], scopes: [], recusals }, key };
    };
    readers = [
      {
        actor: { via: 'nobody' as const, id: null, name: 'public', roles: [], scopes: [], recusals: [] },
        key: null,
      },
      await reader('clerk', false),
      await reader('clerk', true),
      await reader('commissioner', false),
      await reader('chair', true),
    ];
  });
  afterAll(() => room.close());

  const put = ({ kind, id }: Thing, hearing: string, word: string) =>
    room.admin.query('select search.put($1, $2, $3)', [
      kind,
      id,
      JSON.stringify([
        {
          number: 0,
          kind,
          of_hearing: hearing,
          happened_at: new Date(),
          language: 'en',
          title: word,
          body: 'a body',
          speakers: [],
          positions: ['for'],
        },
      ]),
    ]);

  /** A hearing and what hangs on it, each with an entry of the same word. */
  const tree = async (word: string, matter: string | null): Promise<Thing[]> => {
    const hearing = randomUUID();
    const own = `'public', false`;
    const things: Thing[] = KINDS.map((kind) => ({ kind, id: kind === 'hearing' ? hearing : randomUUID() }));
    const [, item, witness, testimony] = things;
    await room.admin.query('begin');
    await room.admin.query(
      `insert into hearing (id, kind, title, starts_at, time_zone, matter_id, own_audience, protected)
       values ($1, 'public_hearing', $2, now(), 'America/Los_Angeles', $3, ${own})`,
      [hearing, word, matter],
    );
    await room.admin.query(
      `insert into agenda_item (id, hearing_id, ordinal, title, own_audience, protected) values ($1, $2, 1, $3, ${own})`,
      [item?.id, hearing, word],
    );
    await room.admin.query(
      `insert into witness (id, hearing_id, ordinal, name, own_audience, protected) values ($1, $2, 1, $3, ${own})`,
      [witness?.id, hearing, word],
    );
    await room.admin.query(
      `insert into testimony (id, hearing_id, form, name, own_audience, protected) values ($1, $2, 'written', $3, ${own})`,
      [testimony?.id, hearing, word],
    );
    for (const thing of things) await put(thing, hearing, word);
    await room.admin.query('commit');
    return things;
  };

  const labels = async (things: readonly Thing[]) => {
    const found = new Map<string, Label>();
    for (const { kind, id } of things) {
      const { rows } = await room.admin.query<
        Record<'audience' | 'opens' | 'closes' | 'matter', string | null>
      >(
        `select audience, nullif(opens_at, '-infinity')::text as opens, nullif(closes_at, 'infinity')::text as closes,
                matter_id as matter from ${kind} where id = $1`,
        [id],
      );
      const [row] = rows;
      const date = (text: string | null | undefined) => (text ? new Date(text) : null);
      found.set(id, {
        audience: row?.audience as Audience,
        protected: false,
        opensAt: date(row?.opens),
        closesAt: date(row?.closes),
        matterId: row?.matter ?? null,
      });
    }
    return found;
  };

  const move = (things: readonly Thing[], { at, audience, opens, closes }: Move) => {
    const { kind, id } = things[at] ?? things[0]!;
    const hours = (n: number | null, infinite: string) =>
      n === null ? `'${infinite}'` : `now() + interval '${n} hours'`;
    return room.admin.query(
      `update ${kind} set own_audience = $2, own_opens_at = ${hours(opens, '-infinity')},
              own_closes_at = ${hours(closes, 'infinity')} where id = $1`,
      [id, audience],
    );
  };

  const moves = fc.array(
    fc.record({
      at: fc.nat({ max: KINDS.length - 1 }),
      audience: fc.constantFrom(...AUDIENCES),
      opens: fc.constantFrom(...HOURS),
      closes: fc.constantFrom(...HOURS),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('into the table of its effective audience, whatever way it goes, and is found by whom `decide` lets see it', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(moves, fc.boolean(), async (way, hasMatter) => {
        const word = `zq${'abcdefghij'[(run += 1) % 10]}${run}word`;
        const things = await tree(word, hasMatter ? MATTER : null);
        const gone = new Set<string>();
        for (const step of way) {
          await move(things, step);
          const now = new Date();
          const worn = await labels(things);
          const { rows } = await room.admin.query<{ source_id: string; audience: Audience }>(
            'select source_id, audience from search.entry where source_id = any ($1)',
            [things.map(({ id }) => id)],
          );
          const stands = new Map(rows.map((row) => [row.source_id, row.audience]));
          for (const { id } of things) {
            const belongs = effectiveAudience(worn.get(id)!, now);
            // What was nobody's for a while has lost its words: its room puts them anew.
            if (belongs === 'nobody') gone.add(id);
            expect(stands.get(id)).toBe(gone.has(id) ? undefined : belongs);
          }
        }
        const worn = await labels(things);
        for (const { actor, key } of readers) {
          const may = things.filter(
            ({ id }) => !gone.has(id) && decide(actor, worn.get(id)!, 'read', new Date()),
          );
          const { body } = await room.as(key, 'get', `/search?q=${word}&facets=true`, undefined, {
            Prefer: 'return=total-count',
          });
          const answer = body as {
            items: { id: string }[];
            total: number;
            facets: { kind: Record<string, number> };
          };
          expect(answer.items.map(({ id }) => id).toSorted()).toEqual(may.map(({ id }) => id).toSorted());
          expect(answer.total).toBe(may.length);
          expect(answer.facets.kind).toEqual(Object.fromEntries(may.map(({ kind }) => [kind, 1])));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('with its words: one that only a hidden text says is not suggested, before nor after the keeper came', async () => {
    const keeper = room.app.get(SearchKeeper);
    await tree('marimbas', null);
    const [hidden] = await tree('marimba', null);
    await keeper.tend();
    const suggestion = async () =>
      ((await room.as(null, 'get', '/search?q=marinba')).body as { suggestion?: string }).suggestion;
    expect(await suggestion()).toBe('marimba');
    await room.admin.query(`update hearing set own_audience = 'desk' where id = $1`, [hidden?.id]);
    // The other text has the same stem, and would answer a search for the hidden word.
    expect(await suggestion()).toBe('marimbas');
    await keeper.tend();
    expect(await suggestion()).toBe('marimbas');
    const words = await room.admin.query(`select word from search.word_public where word like 'marimba%'`);
    expect(words.rows).toEqual([{ word: 'marimbas' }]);
  });

  it('out of search with a record that is deleted', async () => {
    const [hearing] = await tree('sousaphone', null);
    await room.admin.query('delete from testimony where hearing_id = $1', [hearing?.id]);
    await room.admin.query('delete from hearing where id = $1', [hearing?.id]);
    const { body } = await room.as(room.clerk, 'get', '/search?q=sousaphone');
    expect(body).toMatchObject({ items: [] });
  });
});
