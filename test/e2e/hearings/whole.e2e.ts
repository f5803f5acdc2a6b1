import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { statementsOf } from '../../support/statements.js';
import { type Desk, openDesk, refusal } from './hearings.support.js';
import { makeMatter, recusedKey } from './parts.support.js';

/** Under which name each list comes along. */
const LISTS = {
  agenda: 'agenda-items',
  panels: 'panels',
  witnesses: 'witnesses',
  sessions: 'sessions',
  places: 'places',
  roster: 'roster',
} as const;
const ALL = Object.keys(LISTS).join(',');
const CLOSED = { closed: true, authority: 'Gov. Code 11126(e)(1)' };

describe('a hearing whole', () => {
  let desk: Desk;
  let admin: pg.Client;
  let id: string;
  let callers: Record<string, string | null>;

  beforeAll(async () => {
    desk = await openDesk();
    admin = new pg.Client({ connectionString: desk.database.adminUrl });
    await admin.connect();
    const matterId = await makeMatter(admin);
    callers = {
      anybody: null,
      commissioner: desk.commissioner,
      recused: await recusedKey(desk, admin, 'commissioner', [matterId]),
      clerk: desk.clerk,
    };
    ({ id } = await desk.hearing({ endsAt: '2031-03-04T18:00:00-08:00' }));
    const at = `/hearings/${id}`;
    const item = await desk.make(`${at}/agenda-items`, { title: 'Opening' });
    const closed = await desk.make(`${at}/agenda-items`, { title: 'Litigation', ...CLOSED, matterId });
    await desk.make(`${at}/agenda-items`, { title: 'Closing', description: 'And thanks.' });
    const panel = await desk.make(`${at}/panels`, { title: 'Counties', agendaItemId: item.id });
    await desk.make(`${at}/panels`, { title: 'Counsel', agendaItemId: closed.id });
    const person = await desk.make('/people', { name: 'Ann Roe' });
    const listed = await desk.make('/people', { name: 'Bo Lee', listed: true });
    const witness = { name: 'Ann Roe', panelId: panel.id, personId: person.id };
    await desk.make(`${at}/witnesses`, witness);
    await desk.make(`${at}/witnesses`, { name: 'Of counsel', agendaItemId: closed.id });
    const { id: gone } = await desk.make(`${at}/witnesses`, { name: 'Gone' });
    await desk.change(`${at}/witnesses/${gone}`, { status: 'declined' });
    await desk.make(`${at}/sessions`, { name: 'Morning' });
    await desk.make(`${at}/sessions`, { name: 'Noon', ...CLOSED });
    await desk.make(`${at}/places`, { kind: 'room', name: 'Counsel', room: '9', closed: true });
    await desk.make(`${at}/places`, { kind: 'remote', name: 'Online', url: 'https://meet.example.org/9' });
    const roster = { personIds: [person.id, listed.id] };
    await desk.as(desk.clerk, 'put', `${at}/roster`, roster, { 'If-Match': '*' });
    // Parts of another hearing, which must not come along.
    const other = await desk.noticed({ title: 'Another' });
    await desk.make(`/hearings/${other.id}/witnesses`, { name: 'Elsewhere' });
    await desk.make(`/hearings/${other.id}/sessions`, { name: 'Elsewhere' });
    expect((await desk.move(id, 'noticed')).status).toBe(201);
    // Every moment that a part can have.
    await admin.query(
      `update hearing_session set opened_at = '2031-03-04T17:01:02.003Z', adjourned_at = '2031-03-04T20:00:00Z'`,
    );
    await admin.query(
      `update witness set oath_kind = 'sworn', oath_administered_by = 'The clerk', oath_at = '2031-03-04T17:02:00.5Z' where name = 'Ann Roe'`,
    );
  });
  afterAll(async () => {
    await admin.end();
    await desk.close();
  });

  it.each(['anybody', 'commissioner', 'recused', 'clerk'])(
    'shows %s of each part what its own list shows, in that order',
    async (who) => {
      const key = callers[who] as string | null;
      const whole = (await desk.read(`/hearings/${id}?include=${ALL}`, key)).body;
      const { items: agenda } = whole.agenda as { items: unknown[] };
      expect(agenda).toHaveLength({ anybody: 2, commissioner: 3, recused: 2, clerk: 3 }[who] as number);
      for (const [name, list] of Object.entries(LISTS)) {
        const { items } = (
          await desk.read(`/hearings/${id}/${list}?limit=250`.replace(/(roster).*/, '$1'), key)
        ).body;
        expect([name, whole[name]]).toEqual([name, { items, more: false }]);
        expect(items).not.toEqual([]);
      }
      const alone = (await desk.read(`/hearings/${id}`, key)).body;
      expect(whole).toMatchObject(alone);
      expect(Object.keys(alone).filter((field) => field in LISTS)).toEqual([]);
    },
  );

  it('is as hidden as it is alone', async () => {
    const { id: draft } = await desk.hearing();
    for (const key of [null, desk.commissioner]) {
      const hidden = refusal(await desk.read(`/hearings/${draft}?include=${ALL}`, key));
      expect(hidden).toMatchObject({ status: 404, problem: { code: 'HEARING_NOT_FOUND' } });
      expect(hidden).toEqual(refusal(await desk.read(`/hearings/${randomUUID()}?include=${ALL}`, key)));
    }
  });

  it('brings along what is asked for and nothing else; another name is refused', async () => {
    const { body } = await desk.read(`/hearings/${id}?include=roster&include=agenda`);
    expect(Object.keys(body).filter((field) => field in LISTS)).toEqual(['agenda', 'roster']);
    for (const query of [
      'include=requests',
      'include=agenda,',
      'include=',
      'include=agenda,agenda',
      'with=agenda',
    ]) {
      expect([query, (await desk.read(`/hearings/${id}?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('has a tag of what is shown, and lets the hearing be changed by it', async () => {
    const path = `/hearings/${id}?include=witnesses`;
    const tag = String((await desk.read(path, desk.clerk)).headers['etag']);
    expect((await desk.as(desk.clerk, 'get', path, undefined, { 'If-None-Match': tag })).status).toBe(304);
    await desk.make(`/hearings/${id}/witnesses`, { name: 'Late' });
    expect((await desk.as(desk.clerk, 'get', path, undefined, { 'If-None-Match': tag })).status).toBe(200);
    const change = { description: 'More of it.' };
    expect((await desk.as(desk.clerk, 'patch', `/hearings/${id}`, change, { 'If-Match': tag })).status).toBe(
      200,
    );
  });

  it('brings at most 250 of a kind, in one statement, and says that there are more', async () => {
    const { id: long } = await desk.noticed();
    const addTo = (from: number, to: number) =>
      admin.query(
        `insert into witness (hearing_id, ordinal, name, own_audience, protected)
         select $1, n, 'Witness ' || n, 'public', false from generate_series($2::int, $3) n`,
        [long, from, to],
      );
    const path = `/hearings/${long}?include=${ALL}`;
    await addTo(1, 250);
    expect((await desk.read(path)).body.witnesses).toMatchObject({ more: false });
    await addTo(251, 251);
    for (const key of [null, desk.clerk]) {
      const { witnesses } = (await desk.read(path, key)).body;
      expect([witnesses.items.length, witnesses.more]).toEqual([250, true]);
      expect(witnesses.items).toEqual(
        (await desk.read(`/hearings/${long}/witnesses?limit=250`, key)).body.items,
      );
    }
    expect(await statementsOf(() => desk.read(path))).toHaveLength(1);
  });

  it('and a list of 250 take one statement each, whoever asks and however many there are', async () => {
    const few = await statementsOf(() => desk.read('/hearings?limit=250'));
    await admin.query(
      `insert into hearing (kind, title, status, noticed_at, starts_at, time_zone, own_audience, protected)
       select 'public_hearing', 'Hearing ' || n, 'closed', now(), now() - n * interval '1 day', 'America/Los_Angeles', 'public', false
         from generate_series(1, 260) n`,
    );
    const many = await statementsOf(async () => {
      expect((await desk.read('/hearings?limit=250')).body.items).toHaveLength(250);
    });
    expect([few.length, many]).toEqual([1, few]);
    for (const key of [desk.commissioner, desk.clerk]) {
      for (const path of ['/hearings?limit=250', `/hearings/${id}?include=${ALL}`, `/hearings/${id}`]) {
        const statements = await statementsOf(() => desk.read(path, key));
        // Beside the one that finds who is asking.
        expect(statements.filter((text) => !/authenticate_key/.test(text))).toHaveLength(1);
      }
    }
    const conflicts = await statementsOf(() => desk.read(`/hearings/${id}/conflicts`, desk.clerk));
    expect(conflicts.filter((text) => !/authenticate_key/.test(text)).length).toBeLessThanOrEqual(3);
  });
});
