import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk } from '../hearings/hearings.support.js';

const FILE = {
  persons: [{ id: 'ada', name: 'Ada', gender: 'x', hearth: { listed: true } }],
  organizations: [{ id: 'c', name: 'Blue Ribbon', classification: 'commission' }],
  posts: [{ id: 'p', label: 'Seat 1', start_date: '2015-01-01' }],
  memberships: [{ id: 'm', person_id: 'ada', post_id: 'p', start_date: '2015-01-01' }],
};
const CAME = { persons: 1, organisations: 0, posts: 1, terms: 1 };
const REMARKS = [{ pointer: '/persons/0/gender', code: 'NOT_TAKEN' }];

describe('Popolo over HTTP', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const post = (body: object, query = '', key: string | null = desk.clerk) =>
    desk.as(key, 'post', `/commission/popolo${query}`, body);
  const names = async () =>
    ((await desk.read('/commission/popolo')).body as { persons: { name: string }[] }).persons.map(
      ({ name }) => name,
    );

  it('is taken in once, and tried without being kept', async () => {
    const tried = await post(FILE, '?dryRun=true');
    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject({ outcome: 'would_import', came: CAME, remarks: REMARKS });
    expect(await names()).toEqual([]);
    const taken = await post(FILE, '?dryRun=false');
    expect([taken.status, taken.body]).toMatchObject([200, { outcome: 'imported', came: CAME }]);
    expect(await names()).toEqual(['Ada']);
    expect((await post(FILE)).body).toMatchObject({ outcome: 'unchanged', came: { persons: 0 } });
    const given = (await desk.read('/commission/popolo', desk.clerk)).body as object;
    expect((await post(given)).body).toMatchObject({ outcome: 'unchanged', remarks: [] });
  });

  it('of two at once one brings it in, the other finds it there', async () => {
    const file = { persons: [{ id: 'twin', name: 'Twin' }] };
    const answers = await Promise.all([post(file), post(file)]);
    const told = answers.map(({ status, body }) => `${status} ${body.outcome ?? body.code}`).toSorted();
    expect(told).toEqual(['200 imported', '200 unchanged']);
    expect((await post(file)).body).toMatchObject({ outcome: 'unchanged' });
  });

  it('is refused whole, with the place of each reason', async () => {
    const form = await post({ persons: [{ id: 'b' }, { id: 'c', name: '' }] });
    expect(form.headers['content-type']).toContain('application/problem+json');
    expect([form.status, form.body]).toMatchObject([
      400,
      {
        code: 'VALIDATION',
        errors: [
          { pointer: '/persons/0/name', code: 'REQUIRED' },
          { pointer: '/persons/1/name', code: 'FORM' },
        ],
      },
    ]);
    const rule = await post({ ...FILE, persons: [{ id: 'ada', name: 'Adela' }] });
    expect([rule.status, rule.body]).toMatchObject([
      422,
      { code: 'POPOLO_REFUSED', errors: [{ pointer: '/persons/0', code: 'DIFFERS' }] },
    ]);
    expect(JSON.stringify(rule.body)).not.toContain('Adela');
    expect((await post([])).status).toBe(400);
    expect((await desk.as(desk.clerk, 'post', '/commission/popolo')).status).toBe(400);
    expect((await post(FILE, '?dryRun=perhaps')).status).toBe(400);
    expect((await post(FILE, '?dry=true')).status).toBe(400);
    expect(await names()).toEqual(['Ada']);
  });

  it('is a clerk’s to bring in', async () => {
    const scoped = await desk.bearer('clerk', ['commission:read']);
    const answers = [null, desk.commissioner, scoped].map((key) => post({ persons: [] }, '', key));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 403, 403]);
  });
});
