import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Desk, openDesk, refusal } from '../hearings/hearings.support.js';
import { openSeats } from './seats.js';

const BODY = { name: 'Association of directors', kind: 'co_sponsor' };

describe('co-sponsors, endorsers and other bodies', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const post = (body: object, headers = {}) => desk.as(desk.clerk, 'post', '/sponsors', body, headers);
  const names = async (query: string, key: string | null = null) =>
    (await desk.read(`/sponsors${query}`, key)).body.items.map(
      ({ name }: { name: string }) => name,
    ) as string[];

  it('are the desk’s until they are listed', async () => {
    const made = await desk.make('/sponsors', { ...BODY, url: 'https://directors.example.org/' });
    expect(made).toMatchObject({
      ...BODY,
      description: null,
      url: 'https://directors.example.org/',
      since: null,
      until: null,
      listed: false,
      appointees: [],
    });
    const path = `/sponsors/${made.id}`;
    for (const key of [null, desk.commissioner]) {
      const hidden = refusal(await desk.read(path, key));
      expect(hidden).toMatchObject({ status: 404, problem: { code: 'SPONSOR_NOT_FOUND' } });
      expect(hidden).toEqual(refusal(await desk.read(`/sponsors/${randomUUID()}`, key)));
      expect(await names('', key)).toEqual([]);
    }
    expect(await names('', desk.clerk)).toEqual([BODY.name]);
    expect((await desk.change(path, { listed: true })).body).toEqual({ ...made, listed: true });
    expect((await desk.read(path)).body).toEqual({ ...made, listed: true });
    await desk.change(path, { description: 'Of all counties.', since: '2015-08-01' });
    expect((await desk.read(path)).body).toMatchObject({ listed: true, since: '2015-08-01' });
    await desk.change(path, { listed: false });
    expect((await desk.read(path)).status).toBe(404);
  });

  it('are listed by kind and name, and counted as far as they are seen', async () => {
    await desk.make('/sponsors', { name: 'Zed', kind: 'endorser', listed: true });
    await desk.make('/sponsors', { name: 'Abel', kind: 'endorser', listed: true });
    await desk.make('/sponsors', { name: 'Hidden', kind: 'endorser' });
    await desk.make('/sponsors', { name: 'Mid', kind: 'other', listed: true });
    expect(await names('?kind=endorser')).toEqual(['Abel', 'Zed']);
    expect(await names('?kind=endorser', desk.clerk)).toEqual(['Abel', 'Hidden', 'Zed']);
    expect(await names('?sort=-name')).toEqual(['Zed', 'Mid', 'Abel']);
    expect((await desk.read('/sponsors?kind=sponsor')).status).toBe(400);
    const prefer = { Prefer: 'return=total-count' };
    const counted = await desk.as(null, 'get', '/sponsors?kind=endorser', undefined, prefer);
    expect(counted.body.total).toBe(2);
  });

  it('do not leave before they come', async () => {
    const early = await post({ ...BODY, since: '2016-01-01', until: '2015-12-31' });
    expect(early.status).toBe(422);
    expect(early.body).toMatchObject({ code: 'DAYS_REVERSED', errors: [{ pointer: '/until' }] });
    const { id } = await desk.make('/sponsors', { ...BODY, until: '2015-12-31' });
    expect((await desk.change(`/sponsors/${id}`, { since: '2016-01-01' })).status).toBe(422);
    expect((await desk.change(`/sponsors/${id}`, { since: '2016-01-01', until: null })).status).toBe(200);
  });

  it('are entered once, however often they are sent', async () => {
    const key = { 'Idempotency-Key': 'sponsor-1' };
    const first = await post(BODY, key);
    expect((await post(BODY, key)).body.id).toBe(first.body.id);
    expect((await post({ ...BODY, name: 'Others' }, key)).body.code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('are the clerks’ to change, one after the other', async () => {
    expect((await desk.as(null, 'post', '/sponsors', BODY)).status).toBe(401);
    expect((await desk.as(desk.commissioner, 'post', '/sponsors', BODY)).status).toBe(403);
    const { id } = await desk.make('/sponsors', BODY);
    const path = `/sponsors/${id}`;
    const seen = (await desk.read(path, desk.clerk)).headers['etag'] as string;
    const patch = (body: object, headers: Record<string, string>, key = desk.clerk) =>
      desk.as(key, 'patch', path, body, headers);
    expect((await patch({ name: 'y' }, {})).status).toBe(428);
    expect((await patch({ name: 'y' }, { 'If-Match': seen }, desk.commissioner)).status).toBe(403);
    const two = await Promise.all(['one', 'two'].map((name) => patch({ name }, { 'If-Match': seen })));
    expect(two.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('are read with those whom they appointed, as far as the caller may know of them', async () => {
    const seats = await openSeats(desk);
    try {
      const sponsor = await desk.make('/sponsors', { ...BODY, listed: true });
      const [ann, hid] = [
        await desk.make('/people', { name: 'Ann', listed: true }),
        await desk.make('/people', { name: 'Hid' }),
      ];
      const [one, other, third] = [
        await seats.seat({ label: 'One' }),
        await seats.seat({ label: 'Other' }),
        await seats.seat({ label: 'Third' }),
      ];
      const by = { appointedBy: sponsor.id };
      const late = await seats.term({ personId: ann.id, postId: one, from: '2016-01-01', ...by });
      await seats.term({ personId: hid.id, postId: other, from: '2015-07-01', to: '2015-12-31', ...by });
      await seats.term({ personId: ann.id, postId: third, from: '2015-01-01', to: '2015-12-31' });
      const path = `/sponsors/${sponsor.id}`;
      const before = await desk.read(path);
      expect(before.body.appointees).toEqual([
        {
          membershipId: late,
          personId: ann.id,
          name: 'Ann',
          postId: one,
          post: 'One',
          acting: false,
          startsOn: '2016-01-01',
          endsOn: null,
        },
      ]);
      expect((await desk.read(path, desk.commissioner)).body).toEqual(before.body);
      const all = (await desk.read(path, desk.clerk)).body.appointees as { name: string; endsOn: string }[];
      expect(all.map(({ name, endsOn }) => [name, endsOn])).toEqual([
        ['Hid', '2015-12-31'],
        ['Ann', null],
      ]);
      const { items } = (await desk.read('/sponsors')).body as { items: { id: string }[] };
      expect(items.find(({ id }) => id === sponsor.id)).not.toHaveProperty('appointees');

      await desk.change(`/people/${hid.id}`, { listed: true });
      const after = await desk.read(path);
      expect(after.body.appointees).toHaveLength(2);
      expect(after.headers['etag']).not.toBe(before.headers['etag']);
    } finally {
      await seats.close();
    }
  });

  it.each([
    [{ kind: 'other' }, '/name', 'REQUIRED'],
    [{ name: 'x' }, '/kind', 'REQUIRED'],
    [{ name: 'x', kind: 'sponsor' }, '/kind', 'NOT_A_CHOICE'],
    [{ name: 'x', kind: 'other', url: 'javascript:alert(1)' }, '/url', 'FORMAT'],
    [{ name: 'x', kind: 'other', url: 'https://me:word@example.org' }, '/url', 'FORMAT'],
    [{ name: 'x', kind: 'other', since: 'today' }, '/since', 'FORMAT'],
    [{ name: 'x', kind: 'other', listed: null }, '/listed', 'REQUIRED'],
  ])('refuse %j', async (body, pointer, code) => {
    const refused = await post(body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ pointer, code }]);
  });
});
