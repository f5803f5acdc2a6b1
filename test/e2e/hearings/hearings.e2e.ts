import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { revisionIn } from '../../support/test-app.js';
import { type Body, type Desk, openDesk, PLAN } from './hearings.support.js';

describe('hearings', () => {
  let desk: Desk;
  let zones: Body[];

  beforeAll(async () => {
    desk = await openDesk();
    zones = [
      await desk.make('/zones', { number: 8, name: 'San Diego' }),
      await desk.make('/zones', { number: 3, name: 'Sacramento' }),
    ];
  });
  afterAll(() => desk.close());

  it('are made with all that is told of them, and read so', async () => {
    const zoneIds = zones.map(({ id }) => id);
    const made = await desk.make('/hearings', {
      ...PLAN,
      description: 'A day with teachers.',
      endsAt: '2031-03-04T16:30:00-08:00',
      language: 'es-MX',
      languages: ['es', 'yua'],
      venue: { ...PLAN.venue, room: 'Room 112', accessibility: 'A ramp on Fallon Street.' },
      contentNote: 'Speaks of harm to children.',
      zoneIds,
    });
    const { createdAt, updatedAt, ...told } = made;
    expect(told).toEqual({
      id: made.id,
      kind: 'public_hearing',
      title: 'What schools can see',
      description: 'A day with teachers.',
      status: 'draft',
      startsAt: '2031-03-04T17:00:00.000Z',
      endsAt: '2031-03-05T00:30:00.000Z',
      timeZone: 'America/Los_Angeles',
      language: 'es-MX',
      languages: ['es', 'yua'],
      venue: {
        name: 'The Forum',
        address: '900 Fallon Street',
        room: 'Room 112',
        accessibility: 'A ramp on Fallon Street.',
        parking: null,
      },
      sequence: 0,
      contentNote: 'Speaks of harm to children.',
      zones: [
        { id: zoneIds[1], number: 3, name: 'Sacramento' },
        { id: zoneIds[0], number: 8, name: 'San Diego' },
      ],
      embargoUntil: null,
    });
    expect(createdAt).toBe(updatedAt);
    expect((await desk.read(`/hearings/${made.id}`, desk.clerk)).body).toEqual(made);
  });

  it.each([
    ['kind', { kind: 'seance' }, '/kind'],
    ['title', { title: '' }, '/title'],
    ['null for what must stand', { title: null }, '/title'],
    ['a time without its offset', { startsAt: '2031-03-04T09:00:00' }, '/startsAt'],
    ['a day that is not', { startsAt: '2031-02-30T09:00:00Z' }, '/startsAt'],
    ['a date alone', { startsAt: '2031-03-04' }, '/startsAt'],
    ['an unknown time zone', { timeZone: 'America/Atlantis' }, '/timeZone'],
    ['an offset for a time zone', { timeZone: '+08:00' }, '/timeZone'],
    ['a language that is none', { language: 'no language' }, '/language'],
    ['an unstorable text', { contentNote: 'a\u0000b' }, '/contentNote'],
    ['a venue without a name', { venue: { address: 'somewhere' } }, '/venue/name'],
    ['a list for a venue', { venue: [] }, '/venue'],
    ['a zone that is no id', { zoneIds: ['eight'] }, '/zoneIds'],
    ['a status', { status: 'noticed' }, '/status'],
  ])('refuse %s', async (_what, change, pointer) => {
    const answer = await desk.as(desk.clerk, 'post', '/hearings', { ...PLAN, ...change });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('refuse an end before the start, and zones that are not there', async () => {
    const early = await desk.as(desk.clerk, 'post', '/hearings', {
      ...PLAN,
      endsAt: '2031-03-04T08:59:59-08:00',
    });
    expect([early.status, early.body.code, early.body.errors[0].pointer]).toEqual([
      422,
      'ENDS_BEFORE_START',
      '/endsAt',
    ]);
    const zoneIds = [zones[0]?.id, randomUUID()];
    const unknown = await desk.as(desk.clerk, 'post', '/hearings', { ...PLAN, zoneIds });
    expect([unknown.status, unknown.body.code, unknown.body.errors[0].pointer]).toEqual([
      422,
      'UNKNOWN_REFERENCE',
      '/zoneIds/1',
    ]);
  });

  it('are made and changed by clerks alone, with a scope that covers it', async () => {
    const { id } = await desk.hearing();
    const reading = await desk.bearer('clerk', ['hearings:read']);
    expect((await desk.as(null, 'post', '/hearings', PLAN)).status).toBe(401);
    expect((await desk.as(desk.commissioner, 'post', '/hearings', PLAN)).status).toBe(403);
    expect((await desk.as(reading, 'post', '/hearings', PLAN)).body.code).toBe('SCOPE_MISSING');
    for (const method of ['patch', 'delete'] as const) {
      const body = method === 'patch' ? {} : undefined;
      const any = { 'If-Match': '*' };
      expect((await desk.as(null, method, `/hearings/${id}`, body, any)).status).toBe(401);
      expect((await desk.as(desk.commissioner, method, `/hearings/${id}`, body, any)).status).toBe(403);
    }
  });

  it('change only for who names what they saw, and keep what was not named', async () => {
    const made = await desk.hearing({ description: 'As it was', zoneIds: [zones[0]?.id] });
    const path = `/hearings/${made.id}`;
    const first = (await desk.read(path, desk.clerk)).headers['etag'] as string;
    const changed = await desk.as(desk.clerk, 'patch', path, { title: 'Another' }, { 'If-Match': first });
    expect(changed.status).toBe(200);
    expect(changed.body).toEqual({
      ...made,
      title: 'Another',
      sequence: 1,
      updatedAt: changed.body.updatedAt,
    });
    expect(changed.headers['etag']).not.toBe(first);
    const stale = await desk.as(desk.clerk, 'patch', path, { title: 'Third' }, { 'If-Match': first });
    expect(stale.status).toBe(412);
    expect(revisionIn(stale.headers['etag'])).toBe(revisionIn(changed.headers['etag']));
    expect((await desk.as(desk.clerk, 'patch', path, { title: 'Third' })).status).toBe(428);
    const cleared = await desk.change(path, { description: null, venue: null, zoneIds: [] });
    expect(cleared.body).toMatchObject({ description: null, venue: null, zones: [] });
    expect((await desk.change(path, { startsAt: null })).status).toBe(400);
    const tag = cleared.headers['etag'] as string;
    expect((await desk.as(desk.clerk, 'get', path, undefined, { 'If-None-Match': tag })).status).toBe(304);
  });

  it('after notice keep kind, start and time zone', async () => {
    const { id } = await desk.noticed();
    const refused = await desk.change(`/hearings/${id}`, {
      kind: 'closed_session',
      startsAt: '2031-03-05T09:00:00-08:00',
      timeZone: 'UTC',
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'HEARING_NOTICED']);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/kind',
      '/startsAt',
      '/timeZone',
    ]);
    const same = await desk.change(`/hearings/${id}`, {
      startsAt: PLAN.startsAt,
      title: 'Mended',
      endsAt: '2031-03-04T18:00:00Z',
    });
    expect([same.status, same.body.title]).toEqual([200, 'Mended']);
  });

  it('are removed as drafts only, with all that hangs on them', async () => {
    const draft = await desk.hearing();
    const { id } = await desk.make(`/hearings/${draft.id}/witnesses`, { name: 'Somebody' });
    expect((await desk.as(desk.clerk, 'delete', `/hearings/${draft.id}`)).status).toBe(428);
    const stale = { 'If-Match': '"another"' };
    expect((await desk.as(desk.clerk, 'delete', `/hearings/${draft.id}`, undefined, stale)).status).toBe(412);
    expect((await desk.drop(`/hearings/${draft.id}`)).status).toBe(204);
    expect((await desk.read(`/hearings/${draft.id}`, desk.clerk)).body.code).toBe('HEARING_NOT_FOUND');
    const gone = await desk.read(`/hearings/${draft.id}/witnesses/${id}`, desk.clerk);
    expect(gone.body.code).toBe('HEARING_NOT_FOUND');
    const noticed = await desk.noticed();
    const kept = await desk.drop(`/hearings/${noticed.id}`);
    expect([kept.status, kept.body.code]).toEqual([409, 'HEARING_NOT_A_DRAFT']);
    const used = await desk.hearing();
    await desk.make('/recordings', { hearingId: used.id, title: 'Whole' });
    const refused = await desk.drop(`/hearings/${used.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'HEARING_IN_USE']);
  });

  it('sent twice under one key are one', async () => {
    const send = (body: object, key: string) =>
      desk.as(desk.clerk, 'post', '/hearings', body, { 'Idempotency-Key': key });
    const key = randomUUID();
    const both = await Promise.all([send(PLAN, key), send(PLAN, key)]);
    const made = both.filter(({ status }) => status === 201).map(({ body }) => body.id as string);
    expect(new Set(made).size).toBe(1);
    for (const other of both.filter(({ status }) => status !== 201)) {
      expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_IN_FLIGHT']);
    }
    const again = await send(PLAN, key);
    expect([again.status, again.body.id]).toEqual([201, made[0]]);
    expect((await send({ ...PLAN, title: 'Other' }, key)).body.code).toBe('IDEMPOTENCY_MISMATCH');
  });
});

describe('the list of hearings', () => {
  let desk: Desk;
  let eight: Body;
  const titles = async (query: string): Promise<string[]> => {
    const { status, body } = await desk.read(`/hearings?${query}`, desk.clerk);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return (body.items as { title: string }[]).map(({ title }) => title);
  };

  beforeAll(async () => {
    desk = await openDesk();
    eight = await desk.make('/zones', { number: 8, name: 'San Diego' });
    const four = await desk.make('/zones', { number: 4, name: 'Oakland' });
    await desk.noticed({ title: 'first', startsAt: '2031-01-01T10:00:00Z', zoneIds: [eight.id] });
    await desk.hearing({ title: 'second', startsAt: '2031-01-02T10:00:00Z', zoneIds: [eight.id, four.id] });
    await desk.hearing({ title: 'third', startsAt: '2031-01-03T10:00:00Z', kind: 'closed_session' });
  });
  afterAll(() => desk.close());

  it('narrows by what is asked', async () => {
    expect(await titles('')).toEqual(['third', 'second', 'first']);
    expect(await titles('kind=closed_session')).toEqual(['third']);
    expect(await titles('status=noticed')).toEqual(['first']);
    expect(await titles('zone=8&sort=startsAt')).toEqual(['first', 'second']);
    expect(await titles(`zone=${eight.id}&status=draft`)).toEqual(['second']);
    expect(await titles('zone=4')).toEqual(['second']);
    expect(await titles('zone=7')).toEqual([]);
    expect(await titles('startsAt[gte]=2031-01-02T10:00:00Z')).toEqual(['third', 'second']);
    expect(await titles('startsAt[lt]=2031-01-02T10:00:00Z')).toEqual(['first']);
    const { updatedAt } = (await desk.read('/hearings?status=noticed', desk.clerk)).body.items[0];
    expect(await titles(`updatedAt[gte]=${updatedAt}&sort=updatedAt,id`)).toEqual([
      'first',
      'second',
      'third',
    ]);
    expect(await titles('updatedAt[gte]=2999-01-01T00:00:00Z')).toEqual([]);
  });

  it('goes on where the page ended, and counts on request', async () => {
    const query = '/hearings?zone=8&limit=1&sort=startsAt';
    const first = await desk.as(desk.clerk, 'get', query, undefined, { Prefer: 'return=total-count' });
    expect(first.body).toMatchObject({ total: 2, prev: null, items: [{ title: 'first' }] });
    const next = await desk.read(`${query}&cursor=${first.body.next}`, desk.clerk);
    expect(next.body).toMatchObject({ next: null, items: [{ title: 'second' }] });
    const back = await desk.read(`${query}&cursor=${next.body.prev}`, desk.clerk);
    expect(back.body.items).toEqual(first.body.items);
  });

  it.each([
    'kind=seance',
    'status=held',
    'zone=San+Diego',
    'startsAt[gte]=yesterday',
    'startsAt=2031-01-01',
    'sort=title',
    'venue=x',
  ])('refuses %s', async (query) => {
    expect((await desk.read(`/hearings?${query}`)).status).toBe(400);
  });
});
