import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { SearchKeeper } from '#src/holdings/search/index.js';
import { CommissionSearch1764000000016 } from '#migrations/1764000000016-commission-search.js';
import { type Desk, openDesk } from '../hearings/hearings.support.js';

interface Item {
  readonly kind: string;
  readonly title: string;
  readonly happenedAt: string | null;
  readonly links: { self: string };
}

describe('people, sponsors and sectors, in search', () => {
  let desk: Desk;
  let admin: Client;
  beforeAll(async () => {
    desk = await openDesk();
    admin = new Client({ connectionString: desk.database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin?.end();
    await desk?.close();
  });

  const search = async (query: string, key: string | null = null) => {
    const answer = await desk.as(key, 'get', `/search?${query}`, undefined, { Prefer: 'return=total-count' });
    expect(answer.status).toBe(200);
    return answer.body as { items: Item[]; total: number; facets?: object; suggestion?: string };
  };
  const titles = async (words: string, key: string | null = null) =>
    (await search(`q=${encodeURIComponent(words)}`, key)).items.map(({ title }) => title);
  const learn = () => desk.app.get(SearchKeeper, { strict: false }).tend();

  it('are found by their words, each as its own kind', async () => {
    const person = await desk.make('/people', {
      name: 'Ada Quimby',
      position: 'Ombudsperson',
      organisation: 'County of Zephyr',
      biography: 'Twenty years in juvenile courts.',
      listed: true,
    });
    const sponsor = await desk.make('/sponsors', {
      name: 'Union of caregivers',
      kind: 'endorser',
      description: 'Aunts and grandmothers.',
      listed: true,
    });
    const sector = await desk.make('/sectors', {
      key: 'philanthropy',
      name: 'Philanthropy',
      description: 'Foundations and donors.',
    });
    const found = { hearing: null, happenedAt: null, start: null, speaker: null };
    const one = async (words: string) => (await search(`q=${words}`)).items;
    const self = (path: string) => ({ links: { self: `/api/v1${path}` } });
    const asPerson = { ...found, kind: 'person', title: 'Ada Quimby', ...self(`/people/${person.id}`) };
    for (const word of ['quimby', 'ombudsperson', 'zephyr', 'court'])
      expect(await one(word)).toMatchObject([asPerson]);
    expect((await one('courts'))[0]).toHaveProperty(
      'highlight',
      expect.stringContaining('<mark>courts</mark>'),
    );
    for (const word of ['caregiver', 'grandmother'])
      expect(await one(word)).toMatchObject([
        { ...found, kind: 'sponsor', ...self(`/sponsors/${sponsor.id}`) },
      ]);
    for (const word of ['philanthropy', 'donors'])
      expect(await one(word)).toMatchObject([{ ...found, kind: 'sector', ...self(`/sectors/${sector.id}`) }]);
    expect((await search('kind=sponsor,sector')).items.map(({ kind }) => kind).toSorted()).toEqual([
      'sector',
      'sponsor',
    ]);
    const { facets } = await search('kind=person,sponsor,sector&facets=true');
    expect(facets).toMatchObject({ kind: { person: 1, sponsor: 1, sector: 1 } });

    await desk.change(`/people/${person.id}`, { biography: null, position: 'Advocate' });
    expect([await titles('ombudsperson'), await titles('juvenile'), await titles('advocate')]).toEqual([
      [],
      [],
      ['Ada Quimby'],
    ]);
    await desk.change(`/sectors/${sector.id}`, { name: 'Giving' });
    expect([await titles('philanthropy'), await titles('giving')]).toEqual([[], ['Giving']]);
  });

  it('give nothing of who is not listed: no hit, no count, no spelling', async () => {
    const ways: [string, object][] = [
      ['/people', { name: 'Theodosia Wintersmoon' }],
      ['/sponsors', { name: 'Theodosia Wintersmoon', kind: 'other' }],
    ];
    for (const [list, body] of ways) {
      const { id } = await desk.make(list, body);
      const nothing = async () => {
        for (const key of [null, desk.commissioner]) {
          const said = await search('q=wintersmoon&facets=true', key);
          expect(said).toMatchObject({ items: [], total: 0, facets: { kind: {} } });
          expect(await search('q=wintersmon', key)).not.toHaveProperty('suggestion');
          expect(await titles('theodos*', key)).toEqual([]);
        }
      };
      await learn();
      await nothing();
      expect(await titles('wintersmoon', desk.clerk)).toEqual(['Theodosia Wintersmoon']);
      expect(await search('q=wintersmon', desk.clerk)).toMatchObject({ suggestion: 'wintersmoon' });

      await desk.change(`${list}/${id}`, { listed: true });
      await learn();
      for (const key of [null, desk.commissioner]) {
        expect(await search('q=wintersmoon&facets=true', key)).toMatchObject({ items: [{ id }], total: 1 });
        expect(await search('q=wintersmon', key)).toMatchObject({ suggestion: 'wintersmoon' });
      }
      await desk.change(`${list}/${id}`, { listed: false });
      await nothing();
      await learn();
      await nothing();
      await desk.change(`${list}/${id}`, { name: 'Somebody else' });
    }
  });

  it('are of no moment: behind what has one, and in no days', async () => {
    await desk.make('/people', { name: 'Ida Marigold', listed: true });
    await desk.make('/sectors', { key: 'marigold', name: 'Marigold' });
    const hearing = await desk.noticed({ title: 'Of marigold fields' });
    const newest = await search('q=marigold&sort=newest');
    expect(newest.items.map(({ kind }) => kind)).toEqual(['hearing', expect.any(String), expect.any(String)]);
    let read: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { id: string }[]; next: string | null } = (
        await desk.read(`/search?q=marigold&sort=newest&limit=1${cursor && `&cursor=${cursor}`}`)
      ).body;
      read = [...read, ...page.items.map(({ id }) => id)];
      cursor = page.next && encodeURIComponent(page.next);
    }
    expect(read).toEqual((newest.items as unknown as { id: string }[]).map(({ id }) => id));
    for (const days of ['from=1900-01-01', 'to=2100-01-01', 'from=1900-01-01&to=2100-01-01'])
      expect(await search(`q=marigold&${days}`)).toMatchObject({ items: [{ id: hearing.id }], total: 1 });
  });

  it('are found in the forms of the commission’s language, when that changes too', async () => {
    await desk.make('/people', { name: 'Eva', biography: 'Hablaron todas.', listed: true });
    expect(await titles('hablando')).toEqual([]);
    await desk.change('/commission', { language: 'es-MX' });
    expect(await titles('hablando')).toEqual(['Eva']);
    await desk.change('/commission', { language: 'en' });
    expect(await titles('hablando')).toEqual([]);
  });

  it('that were entered before they could be found are found as well', async () => {
    await desk.make('/people', {
      name: 'Zoe\u0308 Brontë',
      position: 'Clerk',
      organisation: 'City',
      listed: true,
    });
    await desk.make('/people', { name: 'Hidden Hilda', biography: 'Not yet asked.' });
    const entries = async () => {
      const { rows } = await admin.query<object>(
        `select e.* from search.entry e where e.source in ('person', 'organisation', 'sector') order by e.source_id`,
      );
      return rows;
    };
    const before = await entries();
    expect(before.length).toBeGreaterThan(5);
    const migration = new CommissionSearch1764000000016();
    const owner = new DataSource({ type: 'postgres', url: desk.database.ownerUrl });
    await owner.initialize();
    try {
      await owner.transaction(async ({ queryRunner }) => {
        await migration.down(queryRunner!);
        const [left] = (await queryRunner!.query('select count(*)::int as n from search.source')) as [
          { n: number },
        ];
        expect(left.n).toBeGreaterThan(5);
      });
      expect(await entries()).toEqual([]);
      await owner.transaction(({ queryRunner }) => migration.up(queryRunner!));
    } finally {
      await owner.destroy();
    }
    expect(await entries()).toEqual(before);
    await learn();
    expect(await titles('brontë')).toHaveLength(1);
    const { rows } = await admin.query<{ granted: boolean }>(
      `select has_column_privilege('hearth_index', 'person', 'name', 'select') as granted`,
    );
    expect(rows).toEqual([{ granted: false }]);
  });
});
