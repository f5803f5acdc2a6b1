import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Body, type Desk, openDesk, refusal } from './hearings.support.js';

describe('the roster of a hearing', () => {
  let desk: Desk;
  let bench: Body[];

  beforeAll(async () => {
    desk = await openDesk();
    bench = [];
    for (const name of ['Ada', 'Ben', 'Cleo']) {
      bench.push(await desk.make('/people', { name, listed: name !== 'Cleo' }));
    }
  });
  afterAll(() => desk.close());

  const ids = (...at: number[]): string[] => at.map((i) => (bench[i] as Body).id);

  const tagOf = async (id: string): Promise<string> =>
    String((await desk.read(`/hearings/${id}`, desk.clerk)).headers['etag']);

  const put = async (id: string, personIds: unknown, tag?: string) => {
    const ifMatch = tag ?? (await tagOf(id));
    return desk.as(desk.clerk, 'put', `/hearings/${id}/roster`, { personIds }, { 'If-Match': ifMatch });
  };
  const names = async (id: string, key: string | null): Promise<string[]> =>
    ((await desk.read(`/hearings/${id}/roster`, key)).body.items as { name: string }[]).map(
      ({ name }) => name,
    );

  it('names who is to sit, in the order given, whole each time; nobody: the whole bench', async () => {
    const { id } = await desk.noticed();
    expect(await names(id, null)).toEqual([]);
    const set = await put(id, ids(1, 0));
    expect([set.status, set.body]).toEqual([
      200,
      {
        items: [
          { personId: ids(1)[0], name: 'Ben' },
          { personId: ids(0)[0], name: 'Ada' },
        ],
      },
    ]);
    expect(await names(id, null)).toEqual(['Ben', 'Ada']);
    // Its own tag serves as well as the hearing's.
    await put(id, ids(0), set.headers['etag']);
    expect(await names(id, null)).toEqual(['Ada']);
    await put(id, []);
    expect(await names(id, null)).toEqual([]);
  });

  it('is as public as the hearing, and each name as public as the person', async () => {
    const { id } = await desk.hearing();
    await put(id, ids(0, 2));
    expect(await names(id, desk.clerk)).toEqual(['Ada', 'Cleo']);
    for (const key of [null, desk.commissioner]) {
      const hidden = refusal(await desk.read(`/hearings/${id}/roster`, key));
      expect(hidden).toEqual(refusal(await desk.read(`/hearings/${randomUUID()}/roster`, key)));
    }
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    await desk.move(id, 'noticed');
    expect(await names(id, null)).toEqual(['Ada']);
    expect(JSON.stringify((await desk.read(`/hearings/${id}/roster`)).body)).not.toContain(ids(2)[0]);
    const anybody = new pg.Client({ connectionString: desk.database.logins.publicUrl });
    await anybody.connect();
    const { rows } = await anybody.query('select person_id from roster_entry where hearing_id = $1', [id]);
    await anybody.end();
    expect(rows).toEqual([{ person_id: ids(0)[0] }]);
  });

  it('of two clerks with one tag lets the first through and tells the second who was', async () => {
    const { id } = await desk.hearing();
    const tag = await tagOf(id);
    const answers = await Promise.all([put(id, ids(0), tag), put(id, ids(1), tag)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const stale = answers.find(({ status }) => status === 412);
    expect(stale?.body.errors).toMatchObject([{ pointer: '/personIds', code: 'CHANGED' }]);
    // A change of the hearing that came between counts too.
    expect((await put(id, ids(0), tag)).status).toBe(412);
  });

  it('refuses whom nobody knows, twice the same, and whoever is no clerk', async () => {
    const { id } = await desk.hearing();
    const unknown = await put(id, [...ids(0), randomUUID()]);
    expect([unknown.status, unknown.body.errors]).toMatchObject([
      422,
      [{ pointer: '/personIds/1', code: 'UNKNOWN_REFERENCE' }],
    ]);
    expect((await put(id, [...ids(0), ...ids(0).map((one) => one.toUpperCase())])).status).toBe(400);
    expect((await put(id, 'Ada')).status).toBe(400);
    expect((await put(id, ['Ada'])).status).toBe(400);
    expect(
      (
        await put(
          id,
          Array.from({ length: 101 }, () => randomUUID()),
        )
      ).status,
    ).toBe(400);
    const path = `/hearings/${id}/roster`;
    expect((await desk.as(desk.clerk, 'put', path, { personIds: [] })).status).toBe(428);
    expect((await desk.as(null, 'put', path, { personIds: [] }, { 'If-Match': '*' })).status).toBe(401);
    expect(
      (await desk.as(desk.commissioner, 'put', path, { personIds: [] }, { 'If-Match': '*' })).status,
    ).toBe(403);
    expect(await names(id, desk.clerk)).toEqual([]);
  });
});
