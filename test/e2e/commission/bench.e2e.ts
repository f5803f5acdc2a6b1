import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { BenchService } from '#src/record/commission/index.js';
import { actAs } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { statementsOf } from '../../support/statements.js';
import { together } from './barrier.js';
import { type Body, type Desk, openDesk, refusal } from '../hearings/hearings.support.js';

interface Refused {
  readonly status: number;
  readonly body: { readonly code?: string; readonly errors?: { readonly pointer: string }[] };
}

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

    // Of several days at once it is the same, in their order, each day once and with the day after it.
    const evening = new Date('2016-03-31T23:30:00-07:00');
    const days = await bench.over([new Date('2016-04-01T00:30:00-07:00'), evening, evening]);
    expect(days.map(({ from, asked }) => [new Date(from).toISOString(), asked])).toEqual([
      ['2016-03-31T07:00:00.000Z', true],
      ['2016-04-01T07:00:00.000Z', true],
      ['2016-04-02T07:00:00.000Z', false],
    ]);
    expect(days.map(({ members }) => members)).toEqual([await bench.at(evening), [], []]);
    expect(days[0]).toMatchObject(await bench.seatsAt(evening));

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

  it('is public: nobody sits unlisted, and nobody is taken back who sat', async () => {
    const post = await seat('follow');
    const term = { postId: post.id, startsOn: '2017-01-01', endsOn: '2017-12-31' };
    const said = (answer: Refused) => [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer];
    const clerk = (path: string, body: object) => desk.as(desk.clerk, 'post', path, body);
    const vacant = async () =>
      (await desk.read('/vacancies?at=2017-06-01')).body.items.map(({ label }: Body) => label);
    const hidden = { person: { name: 'Hidden', listed: false }, ...term };
    expect(said(await clerk('/commissioners', hidden))).toEqual([422, 'PERSON_UNLISTED', '/person/listed']);
    const { items } = (await desk.read('/people', desk.clerk)).body as { items: { name: string }[] };
    expect(items.map(({ name }) => name)).not.toContain('Hidden');
    expect(await vacant()).toContain('follow');

    const made = await desk.make('/commissioners', { person: { name: 'Sitting' }, ...term });
    expect([made['listed'], await sitting('2017-06-01')]).toEqual([true, ['Sitting']]);
    expect(await vacant()).not.toContain('follow');
    // Even years after: the roll of that day stays whole.
    for (const path of [`/people/${made.id}`, `/commissioners/${made.id}`]) {
      expect(said(await desk.change(path, { listed: false }))).toEqual([409, 'PERSON_SITS', undefined]);
      expect((await desk.change(path, { listed: true, position: 'Judge' })).status).toBe(200);
    }

    const ghost = await desk.make('/people', { name: 'Ghost' });
    const terms = `/commissioners/${ghost.id}/terms`;
    const other = { ...term, postId: (await seat('other')).id };
    const office = await desk.make('/posts', { kind: 'office', label: 'Clerk', startsOn: '2016-01-01' });
    const staff = await desk.make('/posts', { kind: 'staff', label: 'Typist', startsOn: '2016-01-01' });
    for (const [path, body, pointer] of [
      ['/commissioners', { personId: ghost.id, ...other }, '/personId'],
      [terms, other, '/postId'],
      [terms, { ...other, postId: office.id }, '/postId'],
    ] as const) {
      expect(said(await clerk(path, body))).toEqual([422, 'PERSON_UNLISTED', pointer]);
    }
    // The staff makes no quorum; their terms follow them when they are listed, and when they are taken back.
    await desk.make(terms, { ...term, postId: staff.id });
    for (const key of [null, desk.commissioner]) expect((await desk.read(terms, key)).status).toBe(404);
    await desk.change(`/people/${ghost.id}`, { listed: true });
    expect((await desk.read(terms)).body.items).toHaveLength(1);
    expect((await desk.change(`/people/${ghost.id}`, { listed: false })).status).toBe(200);
    const absent = terms.replace(ghost.id, randomUUID());
    expect(refusal(await desk.read(terms))).toEqual(refusal(await desk.read(absent)));
  });

  it('stays public when somebody is appointed and taken back at once', async () => {
    const person = await listed('Both');
    const path = `/people/${person.id}`;
    const headers = { 'If-Match': (await desk.read(path)).headers['etag'] as string };
    const body = { postId: (await seat('both')).id, startsOn: '2017-01-01' };
    const answers = await together(desk, `select from person where id = '${person.id}' for update`, [
      () => desk.as(desk.clerk, 'post', `/commissioners/${person.id}/terms`, body),
      () => desk.as(desk.clerk, 'patch', path, { listed: false }, headers),
    ]);
    expect([
      ['201', '409 PERSON_SITS'],
      ['422 PERSON_UNLISTED', '200'],
    ]).toContainEqual(
      answers.map(({ status, body: { code } }) => (code ? `${status} ${code}` : `${status}`)),
    );
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

  it('is told in one statement, whatever its size', async () => {
    for (const path of ['/commissioners?at=2016-06-01', '/vacancies', '/posts', '/commission/popolo']) {
      expect(await statementsOf(() => desk.read(path))).toHaveLength(1);
    }
    for (const ask of [() => bench.at(new Date()), () => bench.seatsAt(new Date())]) {
      expect(await statementsOf(() => actAs(OPERATOR, ask as () => Promise<unknown>))).toHaveLength(1);
    }
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
