import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Body, type Desk, openDesk } from '../hearings/hearings.support.js';

describe('a post', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    await desk.make('/posts', { kind: 'office', office: 'chair', label: 'Chair', startsOn: '2015-01-01' });
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
});
