import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { personAccount, RecusalService } from '#src/record/commission/index.js';
import { actAs, type Role } from '#src/trust/access/index.js';
import { KeyRegister, OPERATOR } from '#src/trust/accounts/index.js';
import { type Body, type Desk, openDesk, refusal } from '../hearings/hearings.support.js';

describe('recusals', () => {
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

  const keyOf = async (person: Body, role: Role = 'commissioner') =>
    `Bearer ${await new KeyRegister(desk.database.ownerUrl).create(
      { name: String(person.name), role, scopes: [], expiresAt: null },
      personAccount(person.id),
    )}`;
  const recuse = (key: string, person: Body, matter: Body, more: object = {}) =>
    desk.as(key, 'post', `/commissioners/${person.id}/recusals`, {
      matterId: matter.id,
      reason: 'Worked there.',
      ...more,
    });
  const copies = async (): Promise<number> => {
    const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from access.recusal');
    return rows[0]?.n ?? 0;
  };

  let matter: Body;
  let person: Body;
  let key: string;
  beforeEach(async () => {
    matter = await desk.make('/matters', { title: 'A closed case', closed: true });
    person = await desk.make('/people', { name: 'Member', listed: true });
    key = await keyOf(person);
  });

  it('take what wears the matter away from the recused alone, and give it back when they end', async () => {
    const hearing = await desk.hearing();
    await desk.make(`/hearings/${hearing.id}/agenda-items`, { title: 'Opening' });
    const item = await desk.make(`/hearings/${hearing.id}/agenda-items`, {
      title: 'Zygomorphic litigation',
      closed: true,
      authority: 'Gov. Code 11126(e)(1)',
      matterId: matter.id,
    });
    expect((await desk.move(hearing.id, 'noticed')).status).toBe(201);

    const path = `/hearings/${hearing.id}/agenda-items`;
    const sees = async (who: string | null) => [
      (await desk.read(`${path}/${item.id}`, who)).status === 200,
      (await desk.read(path, who)).body.items.some(({ id }: Body) => id === item.id),
      (await desk.read('/search?q=zygomorphic', who)).body.items.length === 1,
      (await desk.read(`/matters/${matter.id}`, who)).status === 200,
      (await desk.read('/matters', who)).body.items.some(({ id }: Body) => id === matter.id),
    ];
    const all = [true, true, true, true, true];
    const none = all.map(() => false);
    expect(await sees(key)).toEqual(all);
    const made = await recuse(desk.clerk, person, matter);
    expect(made.status).toBe(201);
    expect(await sees(key)).toEqual(none);
    expect(await sees(null)).toEqual(none);
    expect(await sees(desk.commissioner)).toEqual(all);
    expect(await sees(desk.clerk)).toEqual(all);
    const hidden = await desk.read(`${path}/${item.id}`, key);
    expect(refusal(hidden)).toEqual(refusal(await desk.read(`${path}/${randomUUID()}`, key)));
    // Nor does their own recusal tell of it.
    const own = `/commissioners/${person.id}/recusals`;
    expect((await desk.read(own, key)).body.items).toEqual([]);
    expect((await desk.read(own, desk.commissioner)).body.items).toEqual([made.body]);
    expect((await desk.read(own)).body.items).toEqual([]);

    await desk.change(`${own}/${made.body.id}`, { endsAt: new Date().toISOString() });
    expect(await sees(key)).toEqual(all);
    expect((await desk.read(own, key)).body.items).toHaveLength(1);
  });

  it('count from when to when, for whoever asks who is recused', async () => {
    const service = desk.app.get(RecusalService, { strict: false });
    const recused = async (at: string) => [
      ...(await actAs(OPERATOR, () => service.recusedFrom(matter.id, new Date(at)))),
    ];
    const times = { startsAt: '2030-01-01T00:00:00Z', endsAt: '2030-02-01T00:00:00Z' };
    expect((await recuse(desk.clerk, person, matter, times)).status).toBe(201);
    expect(await recused('2029-12-31T23:59:59Z')).toEqual([]);
    expect(await recused('2030-01-01T00:00:00Z')).toEqual([person.id]);
    expect(await recused('2030-02-01T00:00:00Z')).toEqual([]);
    expect((await desk.read(`/matters/${matter.id}`, key)).status).toBe(200);
    const again = await recuse(desk.clerk, person, matter, { startsAt: '2030-01-31T00:00:00Z' });
    expect(again).toMatchObject({ status: 409, body: { code: 'RECUSED_ALREADY' } });
    expect((await recuse(desk.clerk, person, matter, { startsAt: times.endsAt })).status).toBe(201);
    const reversed = await recuse(desk.clerk, person, matter, { ...times, endsAt: times.startsAt });
    expect(reversed.body.code).toBe('RECUSAL_REVERSED');
  });

  it('are entered by a member for themself, and ended by clerks', async () => {
    const other = await desk.make('/people', { name: 'Other', listed: true });
    expect((await recuse(key, other, matter)).body.code).toBe('RECUSAL_NOT_YOURS');
    expect((await recuse(desk.commissioner, person, matter)).body.code).toBe('RECUSAL_NOT_YOURS');
    expect((await recuse(key, { id: randomUUID() }, matter)).body.code).toBe('RECUSAL_NOT_YOURS');
    const scoped = await desk.bearer('clerk', ['commission:read']);
    expect((await recuse(scoped, person, matter)).body.code).toBe('SCOPE_MISSING');
    expect((await desk.as(null, 'post', `/commissioners/${person.id}/recusals`, {})).status).toBe(401);
    const made = await recuse(key, person, matter);
    expect(made).toMatchObject({ status: 201, body: { matterId: matter.id, endsAt: null } });
    expect((await desk.read(`/matters/${matter.id}`, key)).status).toBe(404);
    // What they cannot see any more they cannot name either.
    expect((await recuse(key, person, matter)).body.code).toBe('UNKNOWN_REFERENCE');
    const path = `/commissioners/${person.id}/recusals/${made.body.id}`;
    const end = { endsAt: new Date().toISOString() };
    expect((await desk.as(key, 'patch', path, end, { 'If-Match': '*' })).status).toBe(403);
    expect((await desk.as(desk.clerk, 'patch', path, end)).status).toBe(428);
    expect((await desk.as(desk.clerk, 'patch', path, end, { 'If-Match': '"old"' })).status).toBe(412);
    expect((await desk.change(path, end)).status).toBe(200);
    expect((await desk.read(`/matters/${matter.id}`, key)).status).toBe(200);

    // The database says the same, whatever the room would let through.
    await admin.query('begin');
    await admin.query(
      `select set_config('hearth.person', (select actor_id::text from person where id = $1), true),
              set_config('role', 'hearth_commission', true)`,
      [person.id],
    );
    const enter = `insert into recusal (person_id, matter_id, reason, own_audience, protected)
      values ($1, $2, 'forged', 'public', false)`;
    const open = await desk.make('/matters', { title: 'Open' });
    await admin.query('savepoint forged');
    await expect(admin.query(enter, [other.id, open.id])).rejects.toMatchObject({ code: '42501' });
    await admin.query('rollback to savepoint forged');
    await admin.query(enter, [person.id, open.id]);
    await admin.query('rollback');
  });

  it('of an unlisted member are the desk’s until they are listed', async () => {
    const open = await desk.make('/matters', { title: 'An open contract' });
    const ghost = await desk.make('/people', { name: 'Ghost' });
    const own = await keyOf(ghost);
    const made = await recuse(own, ghost, open, {});
    expect(made.status).toBe(201);
    const path = `/commissioners/${ghost.id}/recusals`;
    expect((await desk.read(path)).body.code).toBe('PERSON_NOT_FOUND');
    expect(await rowLabels(made.body.id)).toEqual(['desk']);
    await desk.change(`/people/${ghost.id}`, { listed: true });
    expect((await desk.read(path)).body.items).toHaveLength(1);
    await desk.change(`/matters/${open.id}`, { closed: true });
    expect((await desk.read(path)).body.items).toEqual([]);
    await desk.change(`/people/${ghost.id}`, { listed: false });
    expect(await rowLabels(made.body.id)).toEqual(['desk']);
  });
  const rowLabels = async (id: string) =>
    (await admin.query<{ audience: string }>('select audience from recusal where id = $1', [id])).rows.map(
      ({ audience }) => audience,
    );

  it('entered before the account count from when it is linked, and again for a second key', async () => {
    const late = await desk.make('/people', { name: 'Late', listed: true });
    const before = await copies();
    expect((await recuse(desk.clerk, late, matter)).status).toBe(201);
    expect(await copies()).toBe(before);
    const first = await keyOf(late);
    expect(await copies()).toBe(before + 1);
    const second = await keyOf(late, 'chair');
    expect(await copies()).toBe(before + 1);
    for (const one of [first, second])
      expect((await desk.read(`/matters/${matter.id}`, one)).status).toBe(404);
    const { rows } = await admin.query(
      `select count(*)::int as keys, count(distinct k.actor_id)::int as actors
         from api_key k join person p on p.actor_id = k.actor_id where p.id = $1`,
      [late.id],
    );
    expect(rows).toEqual([{ keys: 2, actors: 1 }]);
    await expect(keyOf({ id: randomUUID(), name: 'Nobody' })).rejects.toMatchObject({
      code: 'PERSON_NOT_FOUND',
    });
  });

  it('are copied whether the person is linked before, after or at the same time', async () => {
    for (let i = 0; i < 8; i++) {
      const someone = await desk.make('/people', { name: `Race ${i}`, listed: true });
      const [made, linked] = await Promise.all([recuse(desk.clerk, someone, matter), keyOf(someone)]);
      expect(made.status).toBe(201);
      expect((await desk.read(`/matters/${matter.id}`, linked)).status).toBe(404);
    }
  });
});

describe('matters', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  it('are anybody’s unless they are closed', async () => {
    const made = await desk.make('/matters', { title: 'Grant', description: 'To whom' });
    expect(made).toEqual({ id: made.id, title: 'Grant', description: 'To whom', closed: false });
    const path = `/matters/${made.id}`;
    expect((await desk.read(path)).body).toEqual(made);
    await desk.change(path, { closed: true });
    expect(refusal(await desk.read(path))).toEqual(refusal(await desk.read(`/matters/${randomUUID()}`)));
    expect((await desk.read('/matters')).body.items).toEqual([]);
    expect((await desk.read(path, desk.commissioner)).body.closed).toBe(true);
    await desk.change(path, { closed: false, title: 'The grant' });
    expect((await desk.read('/matters')).body.items).toEqual([{ ...made, title: 'The grant' }]);
  });

  it('are changed by clerks alone, once a request, on what they have seen', async () => {
    for (const [key, status] of [
      [null, 401],
      [desk.commissioner, 403],
    ] as const) {
      expect((await desk.as(key, 'post', '/matters', { title: 'x' })).status).toBe(status);
    }
    const key = { 'Idempotency-Key': 'm' };
    const one = await desk.as(desk.clerk, 'post', '/matters', { title: 'Once' }, key);
    const two = await desk.as(desk.clerk, 'post', '/matters', { title: 'Once' }, key);
    expect(two.body.id).toBe(one.body.id);
    const path = `/matters/${one.body.id}`;
    expect((await desk.as(desk.clerk, 'patch', path, { title: 'y' })).status).toBe(428);
    expect((await desk.as(desk.clerk, 'patch', path, { title: 'y' }, { 'If-Match': '"z"' })).status).toBe(
      412,
    );
    for (const body of [{}, { title: null }, { title: 'x', closed: null }]) {
      expect((await desk.as(desk.clerk, 'post', '/matters', body)).status).toBe(400);
    }
  });
});
