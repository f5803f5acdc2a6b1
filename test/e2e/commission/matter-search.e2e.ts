import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { personAccount } from '#src/record/commission/index.js';
import { KeyRegister } from '#src/trust/accounts/index.js';
import { MatterSearch1764000000019 } from '#migrations/1764000000019-matter-search.js';
import { type Desk, openDesk } from '../hearings/hearings.support.js';

describe('matters, in search', () => {
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
    return answer.body as { items: { id: string; title: string }[]; total: number };
  };

  it('are found by their title and description, of no hearing and no moment', async () => {
    const { id } = await desk.make('/matters', {
      title: 'Contract with Quimby County',
      description: 'Beds for children.',
    });
    const found = { id, kind: 'matter', hearing: null, happenedAt: null };
    for (const word of ['contracts', 'quimby', 'bed'])
      expect((await search(`q=${word}&kind=matter`)).items).toMatchObject([
        { ...found, links: { self: `/api/v1/matters/${id}` } },
      ]);
    await desk.change(`/matters/${id}`, { title: 'Lease', description: null });
    expect([(await search('q=quimby')).items, (await search('q=beds')).items]).toEqual([[], []]);
    expect((await search('q=lease')).items).toMatchObject([found]);
  });

  it('of closed session are the commission’s, and nobody’s who stepped back', async () => {
    const { id } = await desk.make('/matters', { title: 'Wintersmoon v. State', closed: true });
    const person = await desk.make('/people', { name: 'Member', listed: true });
    const member = `Bearer ${await new KeyRegister(desk.database.ownerUrl).create(
      { name: 'Member', role: 'commissioner', scopes: [], expiresAt: null },
      personAccount(person.id),
    )}`;
    const hits = async () =>
      Promise.all(
        [null, desk.commissioner, member, desk.clerk].map(
          async (key) => (await search('q=wintersmoon', key)).total,
        ),
      );
    expect(await hits()).toEqual([0, 1, 1, 1]);
    await desk.make(`/commissioners/${person.id}/recusals`, { matterId: id, reason: 'Worked there.' });
    expect(await hits()).toEqual([0, 1, 0, 1]);
    await desk.change(`/matters/${id}`, { closed: false });
    expect((await hits())[0]).toBe(1);
    await desk.change(`/matters/${id}`, { closed: true });
    expect(await hits()).toEqual([0, 1, 0, 1]);
  });

  it('that were entered before they could be found are found as well', async () => {
    await desk.make('/matters', { title: 'Zoe\u0308’s case', description: 'Twenty years.', closed: true });
    const entries = async () =>
      (
        await admin.query<object>(
          `select e.* from search.entry e where e.source = 'matter' order by e.source_id`,
        )
      ).rows;
    const before = await entries();
    expect(before.length).toBeGreaterThan(2);
    const migration = new MatterSearch1764000000019();
    const owner = new DataSource({ type: 'postgres', url: desk.database.ownerUrl });
    await owner.initialize();
    try {
      await owner.transaction(({ queryRunner }) => migration.down(queryRunner!));
      expect(await entries()).toEqual([]);
      await owner.transaction(({ queryRunner }) => migration.up(queryRunner!));
    } finally {
      await owner.destroy();
    }
    expect(await entries()).toEqual(before);
    const { rows } = await admin.query<{ granted: boolean }>(
      `select has_column_privilege('hearth_index', 'matter', 'title', 'select') as granted`,
    );
    expect(rows).toEqual([{ granted: false }]);
  });
});
