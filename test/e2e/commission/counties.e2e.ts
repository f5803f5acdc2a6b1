import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Body, type Desk, openDesk } from '../hearings/hearings.support.js';

describe('counties of zones', () => {
  let desk: Desk;
  let next = 1;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const post = (counties: unknown) =>
    desk.as(desk.clerk, 'post', '/zones', { number: next++, name: 'Zone', counties });
  const zone = (...counties: string[]) => desk.make('/zones', { number: next++, name: 'Zone', counties });
  const draw = (id: unknown, counties: unknown) =>
    desk.as(desk.clerk, 'patch', `/zones/${id as string}`, { counties }, { 'If-Match': '*' });
  const codes = async (id: unknown) => {
    const { counties } = (await desk.read(`/zones/${id as string}`)).body as { counties: { fips: string }[] };
    return counties.map(({ fips }) => fips);
  };

  beforeEach(async () => {
    const { items } = (await desk.read('/zones?limit=250')).body as { items: Body[] };
    for (const { id } of items) await draw(id, []);
  });

  it('are shown with their names, in the order of their codes', async () => {
    const made = await zone('06073', '06025');
    const counties = [
      { fips: '06025', name: 'Imperial' },
      { fips: '06073', name: 'San Diego' },
    ];
    expect(made['counties']).toEqual(counties);
    expect((await desk.read(`/zones/${made.id}`)).body.counties).toEqual(counties);
    const { items } = (await desk.read('/zones?limit=250')).body as { items: Body[] };
    expect(items.find(({ id }) => id === made.id)?.['counties']).toEqual(counties);
  });

  it('are replaced as a whole, and left alone by other changes', async () => {
    const { id } = await zone('06001', '06013');
    const before = (await desk.read(`/zones/${id}`)).headers['etag'];
    const drawn = await draw(id, ['06013', '06075']);
    expect(drawn.status).toBe(200);
    expect(drawn.headers['etag']).not.toBe(before);
    expect(await codes(id)).toEqual(['06013', '06075']);
    await desk.change(`/zones/${id}`, { name: 'The bay' });
    expect(await codes(id)).toEqual(['06013', '06075']);
    await draw(id, []);
    expect(await codes(id)).toEqual([]);
  });

  it('find their zone', async () => {
    const [one] = [await zone('06025', '06073'), await zone('06001')];
    const prefer = { Prefer: 'return=total-count' };
    const found = await desk.as(null, 'get', '/zones?county=06073', undefined, prefer);
    expect(found.body).toMatchObject({ items: [{ id: one.id }], total: 1, next: null });
    expect((await desk.read('/zones?county=06003')).body.items).toEqual([]);
    for (const county of ['06002', '', '6073']) {
      expect((await desk.read(`/zones?county=${county}`)).status).toBe(400);
    }
  });

  it('lie in one zone: a second is refused and changes nothing', async () => {
    const one = await zone('06019', '06047');
    const other = await zone('06037');
    for (const refused of [await draw(other.id, ['06037', '06019']), await post(['06059', '06019'])]) {
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({ code: 'COUNTY_TAKEN', errors: [{ pointer: '/counties/1' }] });
    }
    expect([await codes(one.id), await codes(other.id)]).toEqual([['06019', '06047'], ['06037']]);
    await draw(one.id, ['06047']);
    expect((await draw(other.id, ['06037', '06019'])).status).toBe(200);
  });

  it('lie in one zone for the database too', async () => {
    const { id } = await zone('06089');
    const client = new Client({ connectionString: desk.database.adminUrl });
    await client.connect();
    try {
      const insert = (fips: string) =>
        client.query('insert into zone_county (fips, zone_id) values ($1, $2)', [fips, id]);
      await expect(insert('06089')).rejects.toMatchObject({ constraint: 'zone_county_pk' });
      await expect(insert('41051')).rejects.toMatchObject({ constraint: 'zone_county_fips' });
    } finally {
      await client.end();
    }
  });

  it.each([
    [['06002'], '/counties', 'NOT_A_CHOICE'],
    [['41051'], '/counties', 'NOT_A_CHOICE'],
    [[6001], '/counties', 'NOT_A_CHOICE'],
    [['06001', '06001'], '/counties', 'DUPLICATE'],
    ['06001', '/counties', 'TYPE'],
    [null, '/counties', 'REQUIRED'],
  ])('refuse %j', async (counties, pointer, code) => {
    const refused = await post(counties);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ pointer, code }]);
  });
});
