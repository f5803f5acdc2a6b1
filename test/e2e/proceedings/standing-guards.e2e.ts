import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { personAccount } from '#src/record/commission/index.js';
import { KeyRegister } from '#src/trust/accounts/index.js';
import { OPEN, openScribe, type Scribe } from './minutes.support.js';

const CLOSED = { closed: true, authority: 'Gov. Code 11126(e)(1)' };

/** Another day than the other tests': the whole bench is expected at each hearing. */
const onDay = (day: number) => ({ startsAt: `2031-03-${day}T09:00:00-07:00` });

describe('what stands', () => {
  let scribe: Scribe;
  let admin: pg.Client;

  beforeAll(async () => {
    scribe = await openScribe();
    admin = new pg.Client({ connectionString: scribe.database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await scribe.close();
  });

  const approved = async () => {
    const { hearing, session, items } = await scribe.held();
    const minutes = await scribe.written(hearing.id, { ...OPEN, body: 'As it was.' });
    const { body } = await scribe.approving();
    const path = `/hearings/${hearing.id}/minutes/${minutes.id}/approval`;
    expect((await scribe.as(scribe.clerk, 'post', path, body)).status).toBe(201);
    return { hearing, session, item: items[0], minutes };
  };

  /** As somebody of the desk who goes past the program; the SQLSTATE of what refuses it, or the rows it reached. */
  const atTheTable = async (text: string, values: unknown[]): Promise<string | number> => {
    await admin.query('begin');
    try {
      await admin.query(
        `select set_config('role', 'hearth_staff', true),
                set_config('hearth.person', (select person::text from access.person_role where role = 'clerk' limit 1), true)`,
      );
      return (await admin.query(text, values)).rowCount ?? 0;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await admin.query('rollback');
    }
  };

  it('is what the approved minutes tell of: items and sessions are not closed, moved or renamed under them', async () => {
    const { hearing, session, item } = await approved();
    const at = `/hearings/${hearing.id}`;
    const exception = { citation: 'Gov. Code 11125.3(a)(2)', reason: 'Late' };
    for (const [path, body] of [
      [`${at}/agenda-items/${item?.id}`, { ...CLOSED, exception }],
      [`${at}/agenda-items/${item?.id}`, { title: 'Another', exception }],
      [`${at}/sessions/${session.id}`, CLOSED],
      [`${at}/sessions/${session.id}`, { name: 'Evening' }],
    ] as const) {
      const { status, body: said } = await scribe.change(path, body);
      expect([path, status, said.code]).toEqual([path, 409, 'RECORD_APPROVED']);
    }
  });

  it('is not rewritten by the desk at the table either', async () => {
    const { hearing, minutes } = await approved();
    const of = (text: string, id: string) => atTheTable(text, [id]);
    expect(await of(`update minutes set status = 'draft' where id = $1`, minutes.id)).toBe('H0409');
    expect(await of(`update minutes set own_audience = 'nobody' where id = $1`, minutes.id)).toBe('H0409');
    expect(await of('delete from hearing where id = $1', hearing.id)).toBe(0);
    const { rows } = await admin.query<{ id: string }>(
      `select id from motion where outcome = 'carried' limit 1`,
    );
    const motion = rows[0]?.id ?? '';
    expect(await of(`update motion set outcome = 'lost' where id = $1`, motion)).toBe('H0409');
    expect(await of(`update motion set text = 'x' where id = $1`, motion)).toBe('H0409');
    expect(await of('delete from motion where id = $1', motion)).toBe('42501');
    const vote = `insert into vote (motion_id, person_id, choice) select $1, id, 'aye' from person
                   where id not in (select person_id from vote where motion_id = $1) limit 1`;
    await scribe.make('/people', { name: 'No member', listed: true });
    expect(await of(vote, motion)).toBe('42501');
    const person = await admin.query<{ id: string }>('select id from person limit 1');
    const link = 'update person set actor_id = (select id from actor limit 1) where id = $1';
    expect(await of(link, person.rows[0]?.id ?? '')).toBe('42501');
  });

  it('is told whole: a clerk who stepped back from an item neither notices, nor orders, nor removes', async () => {
    const matter = await scribe.make('/matters', { title: 'A contract', closed: true });
    const person = await scribe.make('/people', { name: 'Clerk who stepped back', listed: true });
    const key = { name: 'recused', role: 'clerk' as const, scopes: [], expiresAt: null };
    const recused = `Bearer ${await new KeyRegister(scribe.database.ownerUrl).create(key, personAccount(person.id))}`;
    const hearing = await scribe.hearing();
    const at = `/hearings/${hearing.id}`;
    const open = await scribe.make(`${at}/agenda-items`, { title: 'Open' });
    await scribe.make(`${at}/agenda-items`, { title: 'Secret', ...CLOSED, matterId: matter.id });
    const recusal = { matterId: matter.id, reason: 'A relative' };
    await scribe.make(`/commissioners/${person.id}/recusals`, recusal);

    const code = async (answer: ReturnType<Scribe['as']>) => (await answer).body.code as string;
    expect(await code(scribe.as(recused, 'post', `${at}/status-changes`, { to: 'noticed' }))).toBe('RECUSED');
    const tag = (await scribe.read(at, recused)).headers['etag'] as string;
    const headers = { 'If-Match': tag };
    expect(await code(scribe.as(recused, 'delete', at, undefined, headers))).toBe('RECUSED');
    const order = (await scribe.read(`${at}/agenda-order`, recused)).headers['etag'] as string;
    const put = scribe.anybody.put(`/api/v1${at}/agenda-order`).set('Authorization', recused);
    expect((await put.set('If-Match', order).send({ itemIds: [open.id] })).body.code).toBe('RECUSED');
    expect((await scribe.move(hearing.id, 'noticed')).status).toBe(201);
    const exception = { citation: 'Gov. Code 11125.3(a)(1)', reason: 'Fire.' };
    const change = scribe.as(recused, 'post', `${at}/notices`, { kind: 'change', exception });
    expect(await code(change)).toBe('RECUSED');
    const place = { kind: 'room', name: 'Overflow', reason: 'Full.' };
    expect(await code(scribe.as(recused, 'post', `${at}/places`, place))).toBe('RECUSED');
  });

  it('is hidden with its matter: the notice of a closed meeting, from who stepped back from an item since', async () => {
    const person = await scribe.make('/people', { name: 'Cho', listed: true });
    const key = { name: 'Cho', role: 'commissioner' as const, scopes: [], expiresAt: null };
    const cho = `Bearer ${await new KeyRegister(scribe.database.ownerUrl).create(key, personAccount(person.id))}`;
    const hearing = await scribe.hearing({ kind: 'closed_session', ...onDay(11) });
    const at = `/hearings/${hearing.id}`;
    const item = await scribe.make(`${at}/agenda-items`, { title: 'People v. Secret', ...CLOSED });
    await scribe.move(hearing.id, 'noticed');
    const told = async (by: string) =>
      JSON.stringify((await scribe.read(`${at}/notices`, by)).body).includes('Secret') ||
      (await scribe.read(`${at}/notices`, by)).body.items.length;
    const before = await told(cho);
    const matter = await scribe.make('/matters', { title: 'The case', closed: true });
    await scribe.change(`${at}/agenda-items/${item.id}`, { matterId: matter.id });
    await scribe.make(`/commissioners/${person.id}/recusals`, { matterId: matter.id, reason: 'A client' });
    expect([before === 0, await told(cho), (await told(scribe.commissioner)) === 0]).toEqual([
      false,
      0,
      false,
    ]);
  });

  it('is left alone by a change that says nothing', async () => {
    const hearing = await scribe.noticed(onDay(12));
    const path = `/hearings/${hearing.id}/sign-ins`;
    const made = await scribe.make(path, { name: 'Ann' });
    const { status, body } = await scribe.change(`${path}/${made.id}`, {});
    expect([status, body.name]).toEqual([200, 'Ann']);
  });
});
