import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Desk, openDesk, refusal } from './hearings.support.js';
import { ownDay } from './parts.support.js';

const PARTS = ['agenda-items', 'panels', 'witnesses', 'sessions', 'status-changes'] as const;
const CLOSED = { closed: true, authority: 'Gov. Code 11126(e)(1)' };

describe('what a caller may not see', () => {
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

  /** In which audiences' tables the words of a hearing and its parts stand. */
  const searchedIn = async (hearingId: string): Promise<string[]> => {
    const { rows } = await admin.query<{ place: string }>(
      `select kind || ' ' || audience as place from search.entry where hearing_id = $1 order by 1`,
      [hearingId],
    );
    return rows.map(({ place }) => place);
  };

  const whole = async (plan: object = {}): Promise<{ id: string; paths: string[] }> => {
    const { id } = await desk.hearing({ ...ownDay(), ...plan });
    const at = `/hearings/${id}`;
    const made = [
      [`${at}/agenda-items`, { title: 'An item', authority: CLOSED.authority }],
      [`${at}/panels`, { title: 'A panel' }],
      [`${at}/witnesses`, { name: 'A witness' }],
      [`${at}/sessions`, { name: 'Morning' }],
    ] as const;
    const paths: string[] = [at];
    for (const [path, body] of made) paths.push(`${path}/${(await desk.make(path, body)).id}`);
    return { id, paths };
  };

  const total = async (key: string | null): Promise<number> =>
    (await desk.as(key, 'get', '/hearings?limit=1', undefined, { Prefer: 'return=total-count' })).body
      .total as number;

  const expectAbsent = async (id: string, paths: readonly string[], key: string | null): Promise<void> => {
    const absent = randomUUID();
    const listed = (await desk.read('/hearings?limit=250', key)).body.items as { id: string }[];
    expect(listed.map((item) => item.id)).not.toContain(id);
    for (const path of [...paths, ...PARTS.map((part) => `/hearings/${id}/${part}`)]) {
      const hidden = refusal(await desk.read(path, key));
      expect(hidden).toMatchObject({ status: 404, problem: { code: 'HEARING_NOT_FOUND' } });
      expect(hidden).toEqual(refusal(await desk.read(path.replace(id, absent), key)));
    }
  };

  it('of a draft is everything: list, count, one, parts, search, and the two errors are equal', async () => {
    const counts = [await total(null), await total(desk.commissioner), await total(desk.clerk)];
    const { id, paths } = await whole();
    expect([await total(null), await total(desk.commissioner), await total(desk.clerk)]).toEqual([
      counts[0],
      counts[1],
      (counts[2] as number) + 1,
    ]);
    for (const key of [null, desk.commissioner]) await expectAbsent(id, paths, key);
    expect(await searchedIn(id)).toEqual(['agenda_item desk', 'hearing desk', 'panel desk', 'witness desk']);
    for (const path of paths) expect((await desk.read(path, desk.clerk)).status).toBe(200);
    // A tag that somebody saw must not tell that the thing is there.
    const tag = (await desk.read(`/hearings/${id}`, desk.clerk)).headers['etag'] as string;
    const asked = await desk.as(null, 'get', `/hearings/${id}`, undefined, { 'If-None-Match': tag });
    expect(asked.status).toBe(404);
  });

  it('ends with the notice, for all that hangs on the hearing', async () => {
    const { id, paths } = await whole();
    await desk.move(id, 'noticed');
    for (const path of paths) expect((await desk.read(path)).status).toBe(200);
    for (const part of PARTS) expect((await desk.read(`/hearings/${id}/${part}`)).body.items).not.toEqual([]);
    expect(await searchedIn(id)).toEqual([
      'agenda_item public',
      'hearing public',
      'panel public',
      'witness public',
    ]);
  });

  it('is not told by a gap in the numbers of what is seen', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}`;
    for (const title of ['First', 'Second', 'Third']) {
      await desk.make(`${at}/agenda-items`, { title, ...(title === 'Second' && CLOSED) });
      const witness = await desk.make(`${at}/witnesses`, { name: title });
      if (title === 'Second') await desk.change(`${at}/witnesses/${witness.id}`, { status: 'declined' });
    }
    await desk.move(id, 'noticed');
    const orders = async (part: string, key: string | null) =>
      ((await desk.read(`${at}/${part}`, key)).body.items as { order: number }[]).map(({ order }) => order);
    for (const part of ['agenda-items', 'witnesses']) {
      expect(await orders(part, null)).toEqual([1, 2]);
      expect(await orders(part, desk.clerk)).toEqual([1, 2, 3]);
    }
    expect(await orders('agenda-items', desk.commissioner)).toEqual([1, 2, 3]);
    expect(await orders('witnesses', desk.commissioner)).toEqual([1, 2]);
  });

  it.each(['closed_session', 'stakeholder_interview'])('of a %s is the public alone', async (kind) => {
    const { id, paths } = await whole({ kind });
    await expectAbsent(id, paths, desk.commissioner);
    await desk.move(id, 'noticed');
    await expectAbsent(id, paths, null);
    for (const path of paths) expect((await desk.read(path, desk.commissioner)).status).toBe(200);
    expect(await searchedIn(id)).toEqual([
      'agenda_item chamber',
      'hearing chamber',
      'panel chamber',
      'witness chamber',
    ]);
  });

  it('under an embargo is everything but the desk, until it is over', async () => {
    const { id, paths } = await whole({ embargoUntil: '2999-01-01T00:00:00Z' });
    await desk.move(id, 'noticed');
    for (const key of [null, desk.commissioner]) await expectAbsent(id, paths, key);
    expect(await searchedIn(id)).toEqual(['agenda_item desk', 'hearing desk', 'panel desk', 'witness desk']);
    expect((await desk.read(paths[0] as string, desk.clerk)).body.embargoUntil).toBe(
      '2999-01-01T00:00:00.000Z',
    );
    await desk.change(`/hearings/${id}`, { embargoUntil: '2020-01-01T00:00:00Z' });
    for (const path of paths) expect((await desk.read(path)).status).toBe(200);
    await desk.change(`/hearings/${id}`, { embargoUntil: '2999-01-01T00:00:00Z' });
    await expectAbsent(id, paths, null);
    expect((await desk.change(`/hearings/${id}`, { embargoUntil: null })).body.embargoUntil).toBeNull();
    expect(await searchedIn(id)).toEqual([
      'agenda_item public',
      'hearing public',
      'panel public',
      'witness public',
    ]);
  });

  it('behind closed doors is the item, and the panel and the witness that belong to it', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}`;
    const closed = await desk.make(`${at}/agenda-items`, { title: 'Litigation', ...CLOSED });
    const open = await desk.make(`${at}/agenda-items`, { title: 'Opening' });
    const panel = await desk.make(`${at}/panels`, { title: 'Counsel', agendaItemId: closed.id });
    const session = await desk.make(`${at}/sessions`, { name: 'Noon', ...CLOSED });
    const direct = await desk.make(`${at}/witnesses`, { name: 'At the item', agendaItemId: closed.id });
    const seated = await desk.make(`${at}/witnesses`, { name: 'On the panel', panelId: panel.id });
    const free = await desk.make(`${at}/witnesses`, { name: 'Neither', agendaItemId: open.id });
    await desk.move(id, 'noticed');
    const hidden = [
      ['agenda-items', closed.id, 'AGENDA_ITEM_NOT_FOUND'],
      ['panels', panel.id, 'PANEL_NOT_FOUND'],
      ['sessions', session.id, 'SESSION_NOT_FOUND'],
      ['witnesses', direct.id, 'WITNESS_NOT_FOUND'],
      ['witnesses', seated.id, 'WITNESS_NOT_FOUND'],
    ] as const;
    for (const [part, partId, code] of hidden) {
      const answer = refusal(await desk.read(`${at}/${part}/${partId}`));
      expect(answer).toMatchObject({ status: 404, problem: { code } });
      expect(answer).toEqual(refusal(await desk.read(`${at}/${part}/${randomUUID()}`)));
      expect((await desk.read(`${at}/${part}/${partId}`, desk.commissioner)).status).toBe(200);
    }
    const listed = await desk.as(null, 'get', `${at}/witnesses`, undefined, { Prefer: 'return=total-count' });
    expect([listed.body.total, listed.body.items.map((item: { id: string }) => item.id)]).toEqual([
      1,
      [free.id],
    ]);
    const exception = { citation: 'Gov. Code 11125.3(a)(2)', reason: 'The court opened the file.' };
    await desk.change(`${at}/agenda-items/${closed.id}`, { closed: false, exception });
    for (const [part, partId] of hidden) {
      const status = (await desk.read(`${at}/${part}/${partId}`)).status;
      expect([part, status]).toEqual([part, part === 'sessions' ? 404 : 200]);
    }
  });

  it('tells no id: a witness names a person only to who may see them', async () => {
    const person = await desk.make('/people', { name: 'Not yet listed' });
    const { id } = await desk.noticed();
    const witness = await desk.make(`/hearings/${id}/witnesses`, { name: 'Known', personId: person.id });
    const path = `/hearings/${id}/witnesses/${witness.id}`;
    expect((await desk.read(path, desk.clerk)).body.personId).toBe(person.id);
    expect((await desk.read(path)).body.personId).toBeNull();
    await desk.change(`/people/${person.id}`, { listed: true });
    expect((await desk.read(path)).body.personId).toBe(person.id);
  });

  it('is who declined or withdrew', async () => {
    const { id } = await desk.noticed();
    const { id: witness } = await desk.make(`/hearings/${id}/witnesses`, { name: 'Ann Roe' });
    const path = `/hearings/${id}/witnesses/${witness}`;
    for (const [status, seen] of [
      ['declined', 404],
      ['confirmed', 200],
      ['withdrawn', 404],
      ['invited', 200],
    ] as const) {
      await desk.change(path, { status });
      expect((await desk.read(path)).status).toBe(seen);
      expect(await searchedIn(id)).toContain(`witness ${seen === 200 ? 'public' : 'desk'}`);
    }
  });
});
