import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { BenchService } from '#src/record/commission/index.js';
import { actAs } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { type Body, type Desk, openDesk, refusal } from '../hearings/hearings.support.js';

describe('the bench', () => {
  let desk: Desk;
  let bench: BenchService;
  beforeAll(async () => {
    desk = await openDesk();
    bench = desk.app.get(BenchService, { strict: false });
  });
  afterAll(() => desk.close());

  const seat = (label: string, more: object = {}): Promise<Body> =>
    desk.make('/posts', { kind: 'seat', label, startsOn: '2015-01-01', ...more });
  const listed = (name: string): Promise<Body> => desk.make('/people', { name, listed: true });
  const term = (person: Body, post: Body, more: object = {}) =>
    desk.as(desk.clerk, 'post', `/commissioners/${person.id}/terms`, {
      postId: post.id,
      startsOn: '2016-01-01',
      ...more,
    });
  const sitting = async (at: string, key: string | null = null): Promise<string[]> =>
    (await desk.read(`/commissioners?at=${at}`, key)).body.items.map(({ name }: Body) => name);

  it('is empty at first, and one would be a majority of none', async () => {
    expect(await actAs(OPERATOR, () => bench.at(new Date()))).toEqual([]);
    expect(await bench.seatsAt(new Date())).toEqual({ seats: 0, quorum: 1 });
  });

  it('is who holds a seat on a day of the commission’s own calendar', async () => {
    const sector = await desk.make('/sectors', { key: 'health', name: 'Health care' });
    const sponsor = await desk.make('/sponsors', {
      name: 'Welfare directors',
      kind: 'co_sponsor',
      listed: true,
    });
    const post = await seat('Health', { sectorId: sector.id, fillableById: sponsor.id });
    const chair = await desk.make('/posts', {
      kind: 'office',
      office: 'chair',
      label: 'Chair',
      startsOn: '2015-01-01',
    });
    const made = await desk.make('/commissioners', {
      person: { name: 'Ada', listed: true, honorific: 'Dr.' },
      postId: post.id,
      startsOn: '2016-03-01',
      endsOn: '2016-03-31',
      appointedById: sponsor.id,
    });
    expect((await term(made, chair, { startsOn: '2016-03-10', acting: true })).status).toBe(201);

    const [ada] = (await desk.read('/commissioners?at=2016-03-31')).body.items;
    expect(ada).toMatchObject({
      id: made.id,
      name: 'Ada',
      honorific: 'Dr.',
      seat: {
        postId: post.id,
        label: 'Health',
        startsOn: '2016-03-01',
        endsOn: '2016-03-31',
        acting: false,
        sector: { id: sector.id, name: 'Health care' },
        appointedBy: { id: sponsor.id, name: 'Welfare directors' },
      },
      offices: [{ postId: chair.id, office: 'chair', acting: true, startsOn: '2016-03-10', endsOn: null }],
    });
    expect((await desk.read('/commissioners?at=2016-03-05')).body.items[0].offices).toEqual([]);
    expect(await sitting('2016-02-29')).toEqual([]);
    expect(await sitting('2016-04-01')).toEqual([]);
    // Today she sits no more, and is still read.
    expect((await desk.read(`/commissioners/${made.id}`)).body).toMatchObject({ name: 'Ada', seat: null });

    // 23:30 of the last day in Los Angeles is the next day in Greenwich.
    expect(await bench.at(new Date('2016-03-31T23:30:00-07:00'))).toEqual([
      {
        personId: made.id,
        name: 'Ada',
        membershipId: ada.seat.termId,
        postId: post.id,
        role: 'chair',
        acting: true,
        sectorId: sector.id,
      },
    ]);
    expect(await bench.at(new Date('2016-04-01T00:30:00-07:00'))).toEqual([]);
    expect(await bench.seatsAt(new Date('2016-03-31T23:30:00-07:00'))).toEqual({ seats: 1, quorum: 1 });

    // Who appointed, as far as they are listed.
    await desk.change(`/sponsors/${sponsor.id}`, { listed: false });
    const [hidden] = (await desk.read('/commissioners?at=2016-03-31')).body.items;
    expect(hidden.seat.appointedBy).toBeNull();
    expect((await desk.read(`/posts/${post.id}`)).body.fillableById).toBeNull();
    expect((await desk.read(`/commissioners/${made.id}/terms`)).body.items[1].appointedById).toBeNull();
  });

  it('counts every seat, filled or not, and keeps the quorum that was set', async () => {
    for (const label of ['c1', 'c2', 'c3', 'c4'])
      await seat(label, { startsOn: '1990-01-01', endsOn: '1990-12-31' });
    const day = new Date('1990-06-01T12:00:00Z');
    expect(await bench.seatsAt(day)).toEqual({ seats: 4, quorum: 3 });
    await desk.change('/commission', { quorum: 2 });
    expect(await bench.seatsAt(day)).toEqual({ seats: 4, quorum: 2 });
    await desk.change('/commission', { quorum: null });
  });

  it('follows its members when they are listed, and when they are taken back', async () => {
    const post = await seat('follow');
    const ghost = await desk
      .make('/commissioners', {
        person: { name: 'Ghost' },
        postId: post.id,
        startsOn: '1999-01-01',
        endsOn: '1999-12-31',
      })
      .catch(() => null);
    expect(ghost).toBeNull(); // before the post
    const made = await desk.make('/commissioners', {
      person: { name: 'Ghost' },
      postId: post.id,
      startsOn: '2017-01-01',
      endsOn: '2017-12-31',
    });
    const paths = [`/commissioners/${made.id}`, `/commissioners/${made.id}/terms`];
    const vacant = async () =>
      (await desk.read('/vacancies?at=2017-06-01')).body.items.map(({ label }: Body) => label);
    for (const path of paths) {
      expect(refusal(await desk.read(path))).toEqual(
        refusal(await desk.read(path.replace(made.id, randomUUID()))),
      );
      expect((await desk.read(path, desk.commissioner)).status).toBe(404);
      expect((await desk.read(path, desk.clerk)).status).toBe(200);
    }
    expect(await sitting('2017-06-01')).toEqual([]);
    expect(await sitting('2017-06-01', desk.clerk)).toEqual(['Ghost']);
    expect(await vacant()).toContain('follow');
    await desk.change(`/people/${made.id}`, { listed: true });
    expect(await sitting('2017-06-01')).toEqual(['Ghost']);
    expect((await desk.read(paths[1]!)).body.items).toHaveLength(1);
    expect(await vacant()).not.toContain('follow');
    await desk.change(`/commissioners/${made.id}`, { listed: false });
    expect(await sitting('2017-06-01')).toEqual([]);
    expect((await desk.read(paths[1]!)).status).toBe(404);
  });

  it('has one member in a post and one seat for a member', async () => {
    const [one, two] = [await seat('one'), await seat('two')];
    const [ann, bob] = [await listed('Ann'), await listed('Bob')];
    const first = await term(ann, one, { endsOn: '2016-06-30' });
    expect(first.status).toBe(201);
    const taken = await term(bob, one, { startsOn: '2016-06-30' });
    expect(taken).toMatchObject({ status: 409, body: { code: 'POST_TAKEN' } });
    expect(taken.body.errors[0].detail).toContain(first.body.id);
    expect((await term(ann, two, { startsOn: '2016-06-30' })).body.code).toBe('TERM_OVERLAPS');
    // An office is beside a seat.
    const office = await desk.make('/posts', { kind: 'office', label: 'Secretary', startsOn: '2015-01-01' });
    expect((await term(ann, office)).status).toBe(201);
    // The day after, both may.
    expect((await term(bob, one, { startsOn: '2016-07-01', succeedsId: first.body.id })).status).toBe(201);
    expect((await term(ann, two, { startsOn: '2016-07-01' })).status).toBe(201);
    const path = `/commissioners/${ann.id}/terms/${first.body.id}`;
    expect((await desk.change(path, { endsOn: '2016-07-01' })).body.code).toBe('POST_TAKEN');
    const ended = await desk.change(path, { endsOn: '2016-05-31', endReason: 'resigned' });
    expect(ended.body).toMatchObject({ endsOn: '2016-05-31', endReason: 'resigned' });
  });

  it('does not let two clerks fill one post, or one person two seats, at once', async () => {
    const [one, two] = [await seat('race 1'), await seat('race 2')];
    const people = await Promise.all(['r1', 'r2', 'r3', 'r4'].map(listed));
    const filled = await Promise.all(people.map((person) => term(person, one)));
    expect(filled.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    expect(new Set(filled.map(({ body }) => body.code))).toEqual(new Set([undefined, 'POST_TAKEN']));
    const free = people[filled.findIndex(({ status }) => status === 409)]!;
    const more = [two, await seat('race 3'), await seat('race 4')];
    const held = await Promise.all(more.map((post) => term(free, post)));
    expect(held.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    expect(new Set(held.map(({ body }) => body.code))).toEqual(new Set([undefined, 'TERM_OVERLAPS']));
  });

  it('has somebody act only where nobody is, until somebody comes', async () => {
    const post = await seat('acting');
    const [actor, member, other] = [await listed('Actor'), await listed('Member'), await listed('Other')];
    const acting = await term(actor, post, { acting: true });
    expect(acting.body.acting).toBe(true);
    expect((await term(other, post, { acting: true })).body.code).toBe('POST_TAKEN');
    // Their whole term would vanish: a clerk looks first.
    expect((await term(member, post)).body.code).toBe('POST_TAKEN');
    const regular = await term(member, post, { startsOn: '2016-03-01', succeedsId: acting.body.id });
    expect(regular.body).toMatchObject({ acting: false, succeedsId: acting.body.id });
    const gone = await desk.read(`/commissioners/${actor.id}/terms/${acting.body.id}`);
    expect(gone.body).toMatchObject({ endsOn: '2016-02-29', endReason: 'succeeded' });
    expect((await term(other, post, { startsOn: '2017-01-01', acting: true })).body.code).toBe(
      'ACTING_NOT_VACANT',
    );
  });

  it('says why a post cannot be held', async () => {
    const sector = await desk.make('/sectors', { key: 'gone', name: 'Gone', endedOn: '2016-06-30' });
    const post = await seat('bounded', { endsOn: '2016-12-31' });
    const ending = await seat('ending', { endsOn: '2016-06-30', sectorId: sector.id });
    const person = await listed('Bounded');
    const codes = async (more: object) => {
      const { status, body } = await term(person, post, more);
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    expect(await codes({})).toEqual([422, 'POST_ENDED', '/endsOn']);
    expect(await codes({ startsOn: '2017-01-01' })).toEqual([422, 'POST_ENDED', '/startsOn']);
    expect(await codes({ startsOn: '2014-12-31', endsOn: '2015-02-01' })).toEqual([
      422,
      'POST_ENDED',
      '/startsOn',
    ]);
    expect(await codes({ endsOn: '2015-12-31' })).toEqual([422, 'DAYS_REVERSED', '/endsOn']);
    expect(await codes({ postId: ending.id, startsOn: '2016-07-01', endsOn: '2016-08-01' })).toEqual([
      422,
      'SECTOR_ENDED',
      '/startsOn',
    ]);
    const nobody = randomUUID();
    expect(await codes({ postId: nobody })).toEqual([422, 'UNKNOWN_REFERENCE', '/postId']);
    expect(await codes({ endsOn: '2016-06-30', appointedById: nobody })).toEqual([
      422,
      'UNKNOWN_REFERENCE',
      '/appointedById',
    ]);
    expect(await codes({ endsOn: '2016-06-30', succeedsId: nobody })).toEqual([
      422,
      'UNKNOWN_REFERENCE',
      '/succeedsId',
    ]);
    const made = await term(person, post, { endsOn: '2016-06-30' });
    const path = `/commissioners/${person.id}/terms/${made.body.id}`;
    const early = await term(await listed('Early'), post, {
      startsOn: '2015-02-01',
      endsOn: '2015-03-01',
      succeedsId: made.body.id,
    });
    expect(early.body.code).toBe('SUCCESSION_ORDER');
    expect((await desk.change(`/posts/${post.id}`, { endsOn: '2016-05-31' })).body.code).toBe('POST_FILLED');
    expect((await desk.change(path, { endsOn: null, endReason: 'died' })).body.code).toBe('END_REASON_ALONE');
    const provide = async (body: object) =>
      (await desk.as(desk.clerk, 'post', '/posts', { label: 'x', startsOn: '2016-07-01', ...body })).body
        .code;
    expect(await provide({ kind: 'seat', sectorId: sector.id })).toBe('SECTOR_ENDED');
    // A seat does not outlast its sector either.
    expect(await provide({ kind: 'seat', sectorId: sector.id, startsOn: '2016-01-01' })).toBe('SECTOR_ENDED');
    expect(await provide({ kind: 'staff', sectorId: sector.id, startsOn: '2016-01-01' })).toBe('POST_KIND');
    expect(await provide({ kind: 'seat', office: 'chair' })).toBe('POST_KIND');
    expect(await provide({ kind: 'seat', endsOn: '2016-06-30' })).toBe('DAYS_REVERSED');
    expect(await provide({ kind: 'office', office: 'chair' })).toBe('CHAIR_PROVIDED');
    expect(await provide({ kind: 'throne' })).toBe('VALIDATION');
  });

  it('shows which posts nobody holds, and since when', async () => {
    const [never, left] = [
      await seat('v never', { startsOn: '2019-01-01' }),
      await seat('v left', { startsOn: '2019-01-01' }),
    ];
    const [before, after] = [await listed('Before'), await listed('After')];
    await term(before, left, { startsOn: '2019-01-01', endsOn: '2019-02-28' });
    await term(after, left, { startsOn: '2019-05-01' });
    const at = async (day: string): Promise<object[]> =>
      (await desk.read(`/vacancies?at=${day}&kind=seat`)).body.items
        .filter(({ label }: Body) => String(label).startsWith('v '))
        .map(({ postId, vacantSince, filledFrom }: Body) => ({ postId, vacantSince, filledFrom }));
    expect(await at('2019-03-15')).toEqual([
      { postId: left.id, vacantSince: '2019-03-01', filledFrom: '2019-05-01' },
      { postId: never.id, vacantSince: '2019-01-01', filledFrom: null },
    ]);
    expect(await at('2019-02-28')).toHaveLength(1);
    expect(await at('2018-12-31')).toEqual([]);
  });

  it('is changed by clerks alone, once a request, on what they have seen', async () => {
    const post = await seat('guards');
    const body = { person: { name: 'Twice', listed: true }, postId: post.id, startsOn: '2016-01-01' };
    for (const path of ['/posts', '/commissioners', `/commissioners/${randomUUID()}/terms`]) {
      expect((await desk.as(null, 'post', path, body)).status).toBe(401);
      expect((await desk.as(desk.commissioner, 'post', path, body)).status).toBe(403);
    }
    const scoped = await desk.bearer('clerk', ['commission:read']);
    expect((await desk.as(scoped, 'post', '/posts', {})).body.code).toBe('SCOPE_MISSING');
    const key = { 'Idempotency-Key': 'once' };
    const [one, two] = [
      await desk.as(desk.clerk, 'post', '/commissioners', body, key),
      await desk.as(desk.clerk, 'post', '/commissioners', body, key),
    ];
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id]);
    expect(one.headers['location']).toBe(`/api/v1/commissioners/${one.body.id}`);
    const both = { ...body, personId: randomUUID() };
    const codes = async (wrong: object) =>
      (await desk.as(desk.clerk, 'post', '/commissioners', wrong)).body.code as string;
    expect(await codes(both)).toBe('VALIDATION');
    expect(await codes({ ...body, person: undefined })).toBe('VALIDATION');
    expect(await codes({ ...both, person: undefined })).toBe('UNKNOWN_REFERENCE');
    expect(await codes({ ...body, startsOn: '2016-02-30' })).toBe('VALIDATION');
    const office = await desk.make('/posts', { kind: 'office', label: 'o', startsOn: '2015-01-01' });
    expect(await codes({ ...body, postId: office.id })).toBe('POST_KIND');
    const termId = one.body.seat.termId as string;
    const absent = await desk.as(desk.clerk, 'post', `/commissioners/${randomUUID()}/terms`, {
      postId: post.id,
      startsOn: '2016-01-01',
    });
    expect(absent.body.code).toBe('COMMISSIONER_NOT_FOUND');
    for (const path of [
      `/posts/${post.id}`,
      `/commissioners/${one.body.id}`,
      `/commissioners/${one.body.id}/terms/${termId}`,
    ]) {
      expect((await desk.as(desk.clerk, 'patch', path, {})).status).toBe(428);
      expect((await desk.as(desk.clerk, 'patch', path, {}, { 'If-Match': '"other"' })).status).toBe(412);
      expect((await desk.as(null, 'patch', path, {}, { 'If-Match': '*' })).status).toBe(401);
      expect((await desk.as(desk.commissioner, 'patch', path, {}, { 'If-Match': '*' })).status).toBe(403);
      expect((await desk.change(path, {})).status).toBe(200);
    }
    expect((await desk.change(`/posts/${post.id}`, { label: 'Guarded' })).body.label).toBe('Guarded');
    // A chair's second post, and what a post is, stand as they are.
    expect((await desk.change(`/posts/${post.id}`, { kind: 'office' })).status).toBe(400);
  });
});
