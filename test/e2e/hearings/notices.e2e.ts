import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { revisionIn } from '../../support/test-app.js';
import { begun, type Body, type Desk, openDesk, PLAN, refusal } from './hearings.support.js';

interface Notice extends Body {
  readonly kind: string;
  readonly text: string;
  readonly html: string;
  readonly warnings: { code: string; pointer: string }[];
}

describe('the notices of a hearing', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const planned = async (change: object = {}, item: object = {}): Promise<string> => {
    const { id } = await desk.hearing(change);
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'What schools can see', ...item });
    return id;
  };
  const give = (id: string, body: object = { kind: 'regular' }, headers: Record<string, string> = {}) =>
    desk.as(desk.clerk, 'post', `/hearings/${id}/notices`, body, headers);
  const list = async (id: string, key: string | null = desk.clerk): Promise<Notice[]> =>
    (await desk.read(`/hearings/${id}/notices`, key)).body.items as Notice[];
  const last = async (id: string, key: string | null = null): Promise<Notice> => {
    const found = (await list(id)).at(-1);
    return (await desk.read(`/hearings/${id}/notices/${found?.id}`, key)).body as Notice;
  };
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  it('are kept as they were given, and the first one notices the hearing', async () => {
    const venue = { ...PLAN.venue, room: 'Room A', accessibility: 'A ramp on Fallon Street.' };
    const id = await planned({ venue, endsAt: '2031-03-04T12:00:00-08:00', languages: ['es'] });
    await desk.make(`/hearings/${id}/places`, {
      kind: 'remote',
      name: 'By video',
      url: 'https://video.example/1',
    });
    const given = await give(id, { kind: 'regular', contact: 'The office, 510 555 0100' });
    expect(given.status).toBe(201);
    expect(given.headers['location']).toBe(`/api/v1/hearings/${id}/notices/${given.body.id}`);
    expect(given.body).toMatchObject({
      number: 1,
      kind: 'regular',
      call: 'regular',
      profile: 'none',
      startsAt: '2031-03-04T17:00:00.000Z',
      dueAt: null,
      late: false,
      language: 'en',
      agenda: [
        { title: 'What schools can see', description: null, closed: false, authority: null, consent: false },
      ],
      warnings: [],
      givenBy: { name: 'test clerk' },
    });
    const { text, html } = given.body as Notice;
    expect(text).toContain('When: Tuesday, March 4, 2031 at 9:00 AM PST to 12:00 PM PST\n');
    expect(text).toContain('Where: The Forum, Room A, 900 Fallon Street\n');
    expect(text).toContain('Interpreted into: Spanish');
    expect(text).toContain('By video, https://video.example/1');
    expect(text).toContain(
      'an accommodation or an interpreter, or for this notice in another form: The office',
    );
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect((await desk.read(`/hearings/${id}`)).body.status).toBe('noticed');
    const history = await desk.read(`/hearings/${id}/status-changes`);
    expect(history.body.items.map(({ to }: { to: string }) => to)).toEqual(['draft', 'noticed']);

    await desk.change(`/hearings/${id}`, { title: 'Renamed' });
    expect((await last(id)).text).toBe(text);
    for (const key of [null, desk.commissioner]) {
      expect(await last(id, key)).toEqual({ ...given.body, warnings: [], givenBy: null });
    }
    expect(Object.keys((await list(id, null))[0] ?? {})).not.toContain('html');
  });

  it('are read as a page, as text and as a record, each with its own tag', async () => {
    const { id } = await desk.noticed({ title: 'Ann & <script>alert(1)</script>' });
    const notice = await last(id);
    const path = `/hearings/${id}/notices/${notice.id}`;
    const page = await desk.read(path).set('Accept', 'text/html,application/xhtml+xml');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['vary']).toContain('Accept');
    expect(page.text).toBe(notice.html);
    expect(page.text).toContain('Ann &amp; &lt;script&gt;');
    expect(page.text).not.toContain('<script');
    const plain = await desk.read(`${path}?format=text`);
    expect([plain.headers['content-type'], plain.text]).toEqual(['text/plain; charset=utf-8', notice.text]);
    expect((await desk.read(`${path}?format=html`)).text).toBe(notice.html);
    expect((await desk.read(`${path}?format=json`).set('Accept', 'text/html')).body).toEqual(notice);
    expect((await desk.read(`${path}?format=pdf`)).status).toBe(400);
    const tag = page.headers['etag'] as string;
    expect(plain.headers['etag']).not.toBe(tag);
    const again = await desk.read(`${path}?format=html`).set('If-None-Match', tag);
    expect([again.status, again.text]).toEqual([304, '']);
    expect(revisionIn(tag)).toBe(notice.id);
  });

  it('of an open hearing tell of a closed item its law alone, even to the desk', async () => {
    const id = await planned();
    const secret = { title: 'The case of Doe', closed: true, authority: 'Gov. Code 11126(e)(1)' };
    await desk.make(`/hearings/${id}/agenda-items`, secret);
    const given = (await give(id)).body as Notice;
    expect(JSON.stringify(given)).not.toContain('Doe');
    expect(given.text).toContain('2. Closed session (Gov. Code 11126(e)(1))');
    expect(given['agenda']).toContainEqual({
      title: null,
      description: null,
      closed: true,
      authority: 'Gov. Code 11126(e)(1)',
      consent: false,
    });
    const page = await desk.read(`/hearings/${id}/notices/${given.id}?format=html`);
    expect(page.text).not.toContain('Doe');
  });

  it('of a closed session are as hidden as it is', async () => {
    const id = await planned(
      { kind: 'closed_session' },
      { closed: true, authority: 'Gov. Code 11126(e)(1)' },
    );
    const { body } = await give(id);
    expect(body.text).toContain('What schools can see (closed session, Gov. Code 11126(e)(1))');
    expect((await desk.read(`/hearings/${id}/notices/${body.id}`, desk.commissioner)).status).toBe(200);
    const hidden = [`/hearings/${id}/notices`, `/hearings/${id}/notices/${body.id}`];
    const absent = [`/hearings/${randomUUID()}/notices`, `/hearings/${randomUUID()}/notices/${body.id}`];
    for (const [index, path] of hidden.entries()) {
      expect(refusal(await desk.read(path))).toEqual(refusal(await desk.read(absent[index] ?? '')));
    }
    const other = await desk.noticed();
    const strange = await desk.read(`/hearings/${other.id}/notices/${body.id}`);
    expect(outcome(strange)).toEqual([404, 'NOTICE_NOT_FOUND']);
  });

  it('of a closed session name nothing that a member may have stepped back from', async () => {
    const closed = { closed: true, authority: 'Gov. Code 11126(e)(1)' };
    const id = await planned({ kind: 'closed_session' }, closed);
    const { id: matterId } = await desk.make('/matters', { title: 'A contract' });
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'The contract of Doe', matterId, ...closed });
    const { body } = await give(id);
    expect(JSON.stringify(body)).not.toContain('Doe');
    expect(body.text).toContain('2. Closed session (Gov. Code 11126(e)(1))');
  });

  it('are given by clerks', async () => {
    const id = await planned();
    const path = `/hearings/${id}/notices`;
    const reading = await desk.bearer('clerk', ['hearings:read']);
    expect((await desk.as(null, 'post', path, { kind: 'regular' })).status).toBe(401);
    expect((await desk.as(desk.commissioner, 'post', path, { kind: 'regular' })).status).toBe(403);
    expect((await desk.as(reading, 'post', path, { kind: 'regular' })).body.code).toBe('SCOPE_MISSING');
    expect(outcome(await give(randomUUID()))).toEqual([404, 'HEARING_NOT_FOUND']);
    expect(await list(id)).toEqual([]);
  });

  it.each([
    ['no kind', {}],
    ['a kind that follows from a status', { kind: 'cancellation' }],
    ['half a vote', { kind: 'special', finding: 'x', vote: { ayes: 1 } }],
    ['a negative vote', { kind: 'special', finding: 'x', vote: { ayes: -1, noes: 0 } }],
    ['an exception without a ground', { kind: 'regular', exception: { citation: 'Gov. Code 11125.3' } }],
    ['an exception without a law', { kind: 'regular', exception: { citation: 'fire', reason: 'x' } }],
    ['what it does not know', { kind: 'regular', late: false }],
  ])('are refused with %s', async (_what, body) => {
    expect((await give(await planned(), body)).status).toBe(400);
  });

  it('are given once under one key, and once by two at a time', async () => {
    const id = await planned();
    const key = { 'Idempotency-Key': `n-${id}` };
    const first = await give(id, { kind: 'regular' }, key);
    const second = await give(id, { kind: 'regular' }, key);
    expect([second.status, second.body]).toEqual([201, first.body]);
    const other = await planned();
    const both = await Promise.all([give(other), give(other)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('HEARING_STATUS_ILLEGAL');
    expect(await list(other)).toHaveLength(1);
  });

  it('leave no trace where they are refused', async () => {
    const { id } = await desk.hearing();
    expect(outcome(await give(id))).toEqual([409, 'NOTICE_NEEDS_AGENDA']);
    expect((await desk.read(`/hearings/${id}`, desk.clerk)).body.status).toBe('draft');
    expect(await list(id)).toEqual([]);
    expect((await desk.read(`/hearings/${id}/notices`)).status).toBe(404);
  });

  it('follow every change of plan, and nothing else', async () => {
    const { id } = await desk.noticed({ endsAt: '2031-03-04T12:00:00-08:00' });
    const reason = 'The air is thick with smoke.';
    await desk.move(id, 'postponed', { reason });
    expect((await last(id)).text).toContain(
      'Was to be held: Tuesday, March 4, 2031 at 9:00 AM PST to 12:00 PM PST\nNow: A new date will be noticed.',
    );
    await desk.move(id, 'noticed', { reason: 'The air is clear.' });
    expect((await last(id)).text).toContain('TO BE HELD AFTER ALL: PUBLIC HEARING');
    await desk.move(id, 'rescheduled', { reason, startsAt: '2031-04-01T22:00:00-07:00' });
    expect((await last(id)).text).toContain(
      'When: Tuesday, April 1, 2031 at 10:00 PM PDT to Wednesday, April 2, 2031 at 1:00 AM PDT\n' +
        'Instead of: Tuesday, March 4, 2031 at 9:00 AM PST to 12:00 PM PST',
    );
    await desk.move(id, 'cancelled', { reason });
    const end = await last(id);
    expect(end.text).toContain('CANCELLED: PUBLIC HEARING');
    expect(end.text).toContain(`WHY\n${reason}`);
    expect(end.text).not.toContain('AGENDA');
    expect((await list(id)).map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'regular'],
      [2, 'postponement'],
      [3, 'resumption'],
      [4, 'rescheduling'],
      [5, 'cancellation'],
    ]);
    const draft = await desk.hearing();
    await desk.move(draft.id, 'cancelled', { reason });
    expect(await list(draft.id)).toEqual([]);
  });

  it('tell of another place under an exception, and of nothing without', async () => {
    const { id } = await desk.noticed();
    const venue = { name: 'The Annex', address: '1 Oak Street' };
    const exception = { citation: 'Gov. Code 11125.3(a)(1)', reason: 'The roof fell in.' };
    const bare = await desk.change(`/hearings/${id}`, { venue });
    expect(outcome(bare)).toEqual([409, 'HEARING_NOTICED']);
    expect(bare.body.errors[0].pointer).toBe('/venue');
    expect(outcome(await desk.change(`/hearings/${id}`, { title: 'Other', exception }))).toEqual([
      422,
      'EXCEPTION_NOT_TAKEN',
    ]);
    expect((await desk.change(`/hearings/${id}`, { venue, exception })).status).toBe(200);
    const notice = await last(id);
    expect(notice).toMatchObject({ number: 2, kind: 'change', exception });
    expect(notice.text).toContain('Where: The Annex, 1 Oak Street\nInstead of: The Forum');
    expect(notice.text).toContain('GROUND\nThe roof fell in. (Gov. Code 11125.3(a)(1))');
    const draft = await desk.hearing();
    expect((await desk.change(`/hearings/${draft.id}`, { venue })).status).toBe(200);
    const over = await desk.noticed(begun());
    expect((await desk.change(`/hearings/${over.id}`, { venue })).status).toBe(200);
  });

  it('tell of a change of agenda when a clerk gives one', async () => {
    const { id } = await desk.noticed();
    const exception = { citation: 'Gov. Code 11125.3(a)(2)', reason: 'It came up on the day before.' };
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Added', exception });
    expect(outcome(await give(id, { kind: 'change' }))).toEqual([422, 'EXCEPTION_REQUIRED']);
    const given = await give(id, { kind: 'change', exception });
    expect(given.status).toBe(201);
    expect(given.body.text).toContain('2. Added');
    expect((await desk.read(`/hearings/${id}`)).body.status).toBe('noticed');
    const draft = await planned();
    expect(outcome(await give(draft, { kind: 'change', exception }))).toEqual([409, 'CHANGE_NOT_NOTICED']);
  });

  it('are not given where another hearing has the room', async () => {
    const venue = { name: 'The Only Room', address: '2 Oak Street' };
    await desk.noticed({ venue });
    const second = await planned({ venue });
    expect(outcome(await give(second))).toEqual([409, 'DOUBLE_BOOKED']);
    const moved = await desk.noticed({ venue, startsAt: '2031-03-05T09:00:00-08:00' });
    const refused = await desk.move(moved.id, 'rescheduled', { reason: 'x', startsAt: PLAN.startsAt });
    expect(outcome(refused)).toEqual([409, 'DOUBLE_BOOKED']);
    expect(await list(moved.id)).toHaveLength(1);
  });
});
