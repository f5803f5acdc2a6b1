import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Body, type Desk, openDesk, refusal } from '../hearings/hearings.support.js';

const CONTACT = {
  email: 'ada@example.org',
  phone: '+1 510 555 0100',
  address: 'Oakland',
  note: 'After 4 pm.',
};
const NOTHING = { email: null, phone: null, address: null, note: null };

describe('where a person is reached', () => {
  let desk: Desk;
  let person: Body;
  let path: string;
  beforeAll(async () => {
    desk = await openDesk();
    person = await desk.make('/people', { name: 'Ada', listed: true });
    path = `/people/${person.id}/contact`;
  });
  afterAll(() => desk.close());

  const put = (key: string | null, to: string, body: object, ifMatch?: string) => {
    const request = desk.anybody.put(`/api/v1${to}`).send(body);
    if (key !== null) request.set('Authorization', key);
    return ifMatch === undefined ? request : request.set('If-Match', ifMatch);
  };

  it('is entered and read at the desk, whole', async () => {
    const before = await desk.read(path, desk.clerk);
    expect(before.body).toEqual(NOTHING);
    const first = await put(desk.clerk, path, CONTACT, before.headers['etag']);
    expect(first).toMatchObject({ status: 200, body: CONTACT });
    expect((await desk.read(path, desk.clerk)).headers['etag']).toBe(first.headers['etag']);
    // What somebody saw when nothing was known is stale by now.
    expect((await put(desk.clerk, path, CONTACT, before.headers['etag'])).status).toBe(412);
    const next = await put(desk.clerk, path, { phone: '1' }, first.headers['etag']);
    expect(next.body).toEqual({ ...NOTHING, phone: '1' });
    expect((await put(desk.clerk, path, {})).status).toBe(428);
    expect((await put(desk.clerk, path, { email: 'nowhere' }, '*')).status).toBe(400);
    expect((await put(desk.clerk, path, { fax: '1' }, '*')).status).toBe(400);
  });

  it('is entered once by four at once', async () => {
    for (let round = 0; round < 3; round++) {
      const other = await desk.make('/people', { name: 'Four clerks' });
      const to = `/people/${other.id}/contact`;
      const tag = (await desk.read(to, desk.clerk)).headers['etag'];
      const all = await Promise.all(['1', '2', '3', '4'].map((phone) => put(desk.clerk, to, { phone }, tag)));
      expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
    }
  });

  it('is nobody else’s, whether there is one or not', async () => {
    const without = await desk.make('/people', { name: 'No contact', listed: true });
    for (const key of [null, desk.commissioner, await desk.bearer('integrator')]) {
      const answers = await Promise.all(
        [person.id, without.id, randomUUID()].map(async (id) =>
          refusal(await desk.read(`/people/${id}/contact`, key)),
        ),
      );
      expect(answers[0]).toMatchObject({ status: key === null ? 401 : 403 });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
      expect((await put(key, path, CONTACT, '*')).status).toBe(key === null ? 401 : 403);
    }
    const narrow = await desk.bearer('clerk', ['hearings:read']);
    expect((await desk.read(path, narrow)).body.code).toBe('SCOPE_MISSING');
    const reader = await desk.bearer('clerk', ['commission:read']);
    expect((await desk.read(path, reader)).body.code).toBe('SCOPE_MISSING');
    expect((await put(reader, path, CONTACT, '*')).body.code).toBe('SCOPE_MISSING');
    const writer = await desk.bearer('clerk', ['commission:write']);
    expect((await desk.read(path, writer)).status).toBe(200);
    const absent = await desk.read(`/people/${randomUUID()}/contact`, desk.clerk);
    expect(absent).toMatchObject({ status: 404, body: { code: 'PERSON_NOT_FOUND' } });
    const everywhere = JSON.stringify(
      await Promise.all(
        ['/people', `/people/${person.id}`, '/commissioners'].map(
          async (to) => (await desk.read(to, desk.clerk)).body,
        ),
      ),
    );
    expect(everywhere).not.toMatch(/email|phone|address/);
  });
});
