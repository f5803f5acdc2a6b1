import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Desk, openDesk } from './hearings.support.js';

const EXCEPTION = {
  citation: 'Gov. Code 11125.3(a)(2)',
  reason: 'The county closed its shelter last night.',
};

describe('what hangs on a hearing', () => {
  let desk: Desk;
  let admin: pg.Client;

  beforeAll(async () => {
    desk = await openDesk();
    admin = new pg.Client({ connectionString: desk.database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await desk.close();
  });

  it.each([
    ['agenda-items', { title: 'An item' }, { title: 'Another', description: 'Told at length' }],
    ['panels', { title: 'A panel' }, { title: 'Another' }],
    ['witnesses', { name: 'Ann Roe' }, { name: 'Ann B. Roe', mode: 'remote', sworn: true, language: 'es' }],
    [
      'sessions',
      { name: 'Morning' },
      { openedAt: '2031-03-04T17:05:00.000Z', adjournedAt: '2031-03-04T19:00:00.000Z' },
    ],
  ])('%s are made, read, changed and removed', async (part, body, change) => {
    const { id } = await desk.hearing();
    const path = `/hearings/${id}/${part}`;
    const made = await desk.make(path, body);
    const next = await desk.make(path, body);
    expect([made['order'], next['order']]).toEqual([1, 2]);
    expect((await desk.read(path, desk.clerk)).body.items).toEqual([made, next]);
    const one = `${path}/${made.id}`;
    const read = await desk.read(one, desk.clerk);
    expect(read.body).toEqual(made);
    const changed = await desk.change(one, { ...change, order: 3 });
    expect(changed.body).toEqual({ ...made, ...change, order: 3 });
    const stale = { 'If-Match': read.headers['etag'] as string };
    expect((await desk.as(desk.clerk, 'patch', one, change, stale)).status).toBe(412);
    expect((await desk.as(desk.clerk, 'patch', one, change)).status).toBe(428);
    expect((await desk.as(desk.clerk, 'delete', one, undefined, stale)).status).toBe(412);
    const ids = (await desk.read(path, desk.clerk)).body.items.map((item: { id: string }) => item.id);
    expect(ids).toEqual([next.id, made.id]);
    const page = await desk.read(`${path}?limit=1`, desk.clerk);
    const rest = await desk.read(`${path}?limit=1&cursor=${page.body.next}`, desk.clerk);
    expect([page.body.items[0].id, rest.body.items[0].id]).toEqual(ids);
    expect((await desk.drop(one)).status).toBe(204);
    expect((await desk.read(one, desk.clerk)).status).toBe(404);
    const key = { 'Idempotency-Key': randomUUID() };
    const twice = [
      await desk.as(desk.clerk, 'post', path, body, key),
      await desk.as(desk.clerk, 'post', path, body, key),
    ];
    expect(twice[1]?.body).toEqual(twice[0]?.body);
    expect((await desk.read(path, desk.clerk)).body.items).toHaveLength(2);
    expect((await desk.as(desk.commissioner, 'post', path, body)).status).toBe(403);
    expect((await desk.as(null, 'patch', `${path}/${next.id}`, change, { 'If-Match': '*' })).status).toBe(
      401,
    );
  });

  it.each([
    ['agenda-items', {}, '/title'],
    ['agenda-items', { title: 'x', authority: 'because' }, '/authority'],
    ['agenda-items', { title: 'x', exception: { citation: 'x', reason: 'y' } }, '/exception/citation'],
    ['panels', { title: 'x', agendaItemId: 'first' }, '/agendaItemId'],
    ['witnesses', { name: 'x', mode: 'telepathy' }, '/mode'],
    ['witnesses', { name: 'x', sworn: null }, '/sworn'],
    ['sessions', { name: 'x', order: 0 }, '/order'],
  ])('%s refuse the wrong shape', async (part, body, pointer) => {
    const { id } = await desk.hearing();
    const answer = await desk.as(desk.clerk, 'post', `/hearings/${id}/${part}`, body);
    expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([400, pointer]);
  });

  it.each([
    ['agenda-items', { title: 'x', closed: true }, 'AUTHORITY_REQUIRED', '/authority'],
    ['agenda-items', { title: 'x', exception: EXCEPTION }, 'EXCEPTION_NOT_TAKEN', '/exception'],
    ['sessions', { name: 'x', closed: true }, 'AUTHORITY_REQUIRED', '/authority'],
    ['sessions', { name: 'x', adjournedAt: '2031-03-04T17:00:00Z' }, 'OPENED_REQUIRED', '/openedAt'],
    [
      'sessions',
      { name: 'x', openedAt: '2031-03-04T17:00:00Z', adjournedAt: '2031-03-04T16:00:00Z' },
      'ENDS_BEFORE_START',
      '/adjournedAt',
    ],
    ['panels', { title: 'x', agendaItemId: randomUUID() }, 'UNKNOWN_REFERENCE', '/agendaItemId'],
    ['witnesses', { name: 'x', panelId: randomUUID() }, 'UNKNOWN_REFERENCE', '/panelId'],
    ['witnesses', { name: 'x', agendaItemId: randomUUID() }, 'UNKNOWN_REFERENCE', '/agendaItemId'],
    ['witnesses', { name: 'x', personId: randomUUID() }, 'UNKNOWN_REFERENCE', '/personId'],
  ])('%s refuse what breaks a rule', async (part, body, code, pointer) => {
    const { id } = await desk.hearing();
    const answer = await desk.as(desk.clerk, 'post', `/hearings/${id}/${part}`, body);
    expect([answer.status, answer.body.code, answer.body.errors?.[0].pointer]).toEqual([422, code, pointer]);
    const path = `/hearings/${id}/${part}`;
    const bare = await desk.make(path, 'name' in body ? { name: 'y' } : { title: 'y' });
    expect((await desk.change(`${path}/${bare.id}`, body)).body.code).toBe(code);
  });

  it('tell who comes too late what was changed, by whom and when', async () => {
    const { id } = await desk.hearing();
    const item = `/hearings/${id}/agenda-items/${(await desk.make(`/hearings/${id}/agenda-items`, { title: 'First' })).id}`;
    const seen = (await desk.read(item, desk.clerk)).headers['etag'] as string;
    const other = await desk.bearer('clerk');
    const put = (key: string, body: object) => desk.as(key, 'patch', item, body, { 'If-Match': seen });
    expect((await put(other, { title: 'Second', description: 'Longer' })).status).toBe(200);
    const late = await put(desk.clerk, { title: 'Third' });
    expect(late.body).toMatchObject({ status: 412, code: 'STALE' });
    expect(late.body.errors).toEqual(
      ['/title', '/description'].map((pointer) => ({
        pointer,
        code: 'CHANGED',
        detail: expect.stringMatching(/^changed by test clerk at 20\d\d-/),
      })),
    );
    expect((await desk.read(item, desk.clerk)).body.title).toBe('Second');
  });

  it('belongs to that hearing alone', async () => {
    const [one, other] = [await desk.hearing(), await desk.hearing()];
    const item = await desk.make(`/hearings/${one.id}/agenda-items`, { title: 'Mine' });
    const elsewhere = await desk.read(`/hearings/${other.id}/agenda-items/${item.id}`, desk.clerk);
    expect(elsewhere.body.code).toBe('AGENDA_ITEM_NOT_FOUND');
    const named = { name: 'x', agendaItemId: item.id };
    const refused = await desk.as(desk.clerk, 'post', `/hearings/${other.id}/witnesses`, named);
    expect(refused.body.code).toBe('UNKNOWN_REFERENCE');
  });

  it('stays on the record after the notice; the agenda is frozen but for exceptions', async () => {
    const { id } = await desk.hearing();
    const paths: string[] = [];
    for (const [part, body] of [
      ['agenda-items', { title: 'Noticed so' }],
      ['panels', { title: 'A panel' }],
      ['witnesses', { name: 'A witness' }],
      ['sessions', { name: 'Morning' }],
    ] as const) {
      paths.push(`/hearings/${id}/${part}/${(await desk.make(`/hearings/${id}/${part}`, body)).id}`);
    }
    await desk.move(id, 'noticed');
    const codes = await Promise.all(paths.map(async (path) => (await desk.drop(path)).body.code as string));
    expect(codes).toEqual(['AGENDA_FROZEN', 'HEARING_NOTICED', 'HEARING_NOTICED', 'HEARING_NOTICED']);

    const [item = ''] = paths;
    const added = { title: 'Added late' };
    const agenda = `/hearings/${id}/agenda-items`;
    const refusals = [
      await desk.as(desk.clerk, 'post', agenda, added),
      await desk.change(item, { title: 'Changed late' }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'AGENDA_FROZEN'],
      [409, 'AGENDA_FROZEN'],
    ]);
    const late = await desk.make(agenda, { ...added, exception: EXCEPTION });
    expect((await desk.read(`${agenda}/${late.id}`)).body.exception).toEqual(EXCEPTION);
    const changed = await desk.change(item, { title: 'Changed late', exception: EXCEPTION });
    expect(changed.body).toMatchObject({ title: 'Changed late', exception: EXCEPTION });
    const { rows } = await admin.query(
      `select details from audit.entry where action = 'agenda_item.excepted' and subject_id = any ($1)`,
      [[late.id, changed.body.id]],
    );
    expect(rows).toEqual([
      { details: { citation: EXCEPTION.citation } },
      { details: { citation: EXCEPTION.citation } },
    ]);
  });

  it('loses its panel or item when that is removed, and keeps the rest', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}`;
    const item = await desk.make(`${at}/agenda-items`, {
      title: 'Closed',
      closed: true,
      authority: 'Gov. Code 11126(e)(1)',
    });
    const panel = await desk.make(`${at}/panels`, { title: 'A panel', agendaItemId: item.id });
    const witness = await desk.make(`${at}/witnesses`, { name: 'Ann', panelId: panel.id });
    await desk.make(`${at}/agenda-items`, { title: 'Open' });
    await desk.drop(`${at}/agenda-items/${item.id}`);
    const read = await desk.read(`${at}/panels/${panel.id}`, desk.clerk);
    expect(read.body).toEqual({ ...panel, agendaItemId: null });
    await desk.drop(`${at}/panels/${panel.id}`);
    await desk.move(id, 'noticed');
    expect((await desk.read(`${at}/witnesses/${witness.id}`)).body).toEqual({ ...witness, panelId: null });
  });

  it('is found by its words, at its time, in its language, and follows when these change', async () => {
    const zone = await desk.make('/zones', { number: 77, name: 'Humboldt' });
    const { id } = await desk.noticed({ description: 'About teachers', zoneIds: [zone.id] });
    await desk.make(`/hearings/${id}/witnesses`, {
      name: 'Ann Roe',
      position: 'Nurse',
      organisation: 'Clinic',
    });
    const entries = async () =>
      (
        await admin.query<{ kind: string; at: Date; language: string; title: string; body: string }>(
          `select kind, happened_at as at, language, title, body from search.entry where hearing_id = $1 order by kind`,
          [id],
        )
      ).rows;
    const at = new Date('2031-03-04T17:00:00Z');
    expect(await entries()).toEqual([
      { kind: 'agenda_item', at, language: 'en', title: 'Opening', body: '' },
      {
        kind: 'hearing',
        at,
        language: 'en',
        title: 'What schools can see',
        body: 'About teachers\nThe Forum\n900 Fallon Street\nHumboldt',
      },
      { kind: 'witness', at, language: 'en', title: 'Ann Roe', body: 'Nurse\nClinic' },
    ]);
    await desk.change(`/hearings/${id}`, { language: 'es', title: 'Lo que ven las escuelas' });
    await desk.move(id, 'rescheduled', { reason: 'fire', startsAt: '2031-04-01T17:00:00Z' });
    const later = new Date('2031-04-01T17:00:00Z');
    expect((await entries()).map((entry) => [entry.kind, entry.at, entry.language, entry.title])).toEqual([
      ['agenda_item', later, 'es', 'Opening'],
      ['hearing', later, 'es', 'Lo que ven las escuelas'],
      ['witness', later, 'es', 'Ann Roe'],
    ]);
    const draft = await desk.hearing();
    const item = await desk.make(`/hearings/${draft.id}/agenda-items`, { title: 'Item' });
    await desk.change(`/hearings/${draft.id}`, { startsAt: '2031-05-01T17:00:00Z' });
    await desk.change(`/hearings/${draft.id}/agenda-items/${item.id}`, { title: 'Mended' });
    const { rows } = await admin.query(
      `select kind, title, happened_at as at from search.entry where hearing_id = $1 order by 1`,
      [draft.id],
    );
    const moved = new Date('2031-05-01T17:00:00Z');
    expect(rows).toEqual([
      { kind: 'agenda_item', title: 'Mended', at: moved },
      { kind: 'hearing', title: 'What schools can see', at: moved },
    ]);
  });

  it('taken on at the same moment gets places of its own', async () => {
    const { id } = await desk.hearing();
    const names = ['Ann', 'Ben', 'Cleo', 'Dan', 'Eve'];
    await Promise.all(names.map((name) => desk.make(`/hearings/${id}/witnesses`, { name })));
    const items = (await desk.read(`/hearings/${id}/witnesses`, desk.clerk)).body.items as {
      order: number;
    }[];
    expect(items.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5]);
  });
});
