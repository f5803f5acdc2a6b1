import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Desk, openDesk } from './hearings.support.js';
import { ownDay } from './parts.support.js';

const OATH = { kind: 'affirmed', administeredBy: 'Clerk of the commission', at: '2016-03-24T17:05:00.000Z' };
/** Long past, so that it began without anybody opening it. */
const HELD = { startsAt: '2016-03-24T09:00:00-07:00' };

describe('witnesses', () => {
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

  const sector = async (): Promise<string> => {
    const id = randomUUID();
    await admin.query(
      `insert into sector (id, key, name, own_audience, protected) values ($1, $2, 'Schools', 'public', false)`,
      [id, `s${id}`],
    );
    return id;
  };

  it('are heard with an oath, minutes, an interpreter and a sector', async () => {
    const { id } = await desk.hearing(HELD);
    const path = `/hearings/${id}/witnesses`;
    const bare = await desk.make(path, { name: 'Ann Roe' });
    expect(bare).toMatchObject({
      sworn: false,
      oath: null,
      minutesAllotted: null,
      secondsUsed: null,
      interpreterLanguage: null,
      sectorId: null,
    });
    const more = {
      oath: OATH,
      minutesAllotted: 5,
      secondsUsed: 287,
      interpreterLanguage: 'es-MX',
      sectorId: await sector(),
      status: 'heard',
    };
    const changed = await desk.change(`${path}/${bare.id}`, more);
    expect(changed.body).toEqual({ ...bare, ...more, sworn: true });
    const made = await desk.make(path, { name: 'Ben Roe', ...more });
    expect(made).toMatchObject({ ...more, sworn: true });
    const back = {
      oath: null,
      minutesAllotted: null,
      secondsUsed: null,
      interpreterLanguage: null,
      sectorId: null,
    };
    expect((await desk.change(`${path}/${bare.id}`, back)).body).toEqual({ ...bare, status: 'heard' });
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    await desk.move(id, 'noticed');
    expect((await desk.read(`${path}/${made.id}`)).body).toEqual(made);
  });

  it('are sworn with an oath, or where it was set', async () => {
    const { id } = await desk.hearing();
    const path = `/hearings/${id}/witnesses`;
    const one = `${path}/${(await desk.make(path, { name: 'Ann Roe', sworn: true })).id}`;
    const sworn = async (body: object) => (await desk.change(one, body)).body.sworn as boolean;
    expect(await sworn({ oath: OATH })).toBe(true);
    const denied = await desk.change(one, { sworn: false });
    expect([denied.status, denied.body.code, denied.body.errors[0].pointer]).toEqual([
      422,
      'OATH_RECORDED',
      '/sworn',
    ]);
    expect(await sworn({ oath: null })).toBe(true);
    expect(await sworn({ sworn: false })).toBe(false);
    expect(await sworn({ oath: OATH })).toBe(true);
    expect(await sworn({ oath: null })).toBe(false);
    const both = await desk.as(desk.clerk, 'post', path, { name: 'Ben Roe', sworn: false, oath: OATH });
    expect(both.body.code).toBe('OATH_RECORDED');
  });

  it.each([
    [{ oath: { ...OATH, kind: 'promised' } }, 400, 'VALIDATION', '/oath/kind'],
    [{ oath: { kind: 'sworn', at: OATH.at } }, 400, 'VALIDATION', '/oath/administeredBy'],
    [{ oath: { ...OATH, at: 'at noon' } }, 400, 'VALIDATION', '/oath/at'],
    [{ oath: true }, 400, 'VALIDATION', '/oath'],
    [{ minutesAllotted: 0 }, 400, 'VALIDATION', '/minutesAllotted'],
    [{ secondsUsed: -1 }, 400, 'VALIDATION', '/secondsUsed'],
    [{ interpreterLanguage: 'Spanish language' }, 400, 'VALIDATION', '/interpreterLanguage'],
    [{ sectorId: randomUUID() }, 422, 'UNKNOWN_REFERENCE', '/sectorId'],
    [{ oath: { ...OATH, at: '2999-01-01T00:00:00Z' } }, 422, 'IN_THE_FUTURE', '/oath/at'],
  ])('refuse %j', async (body, status, code, pointer) => {
    const { id } = await desk.hearing();
    const path = `/hearings/${id}/witnesses`;
    const made = await desk.make(path, { name: 'Ann Roe' });
    for (const answer of [
      await desk.as(desk.clerk, 'post', path, { name: 'Ben Roe', ...body }),
      await desk.change(`${path}/${made.id}`, body),
    ]) {
      const { status: was, body: said } = answer;
      expect([was, said.code, said.errors?.[0].pointer]).toEqual([status, code, pointer]);
    }
  });

  it('are heard and timed once the hearing has begun', async () => {
    const { id } = await desk.hearing();
    const path = `/hearings/${id}/witnesses`;
    const one = `${path}/${(await desk.make(path, { name: 'Ann Roe', status: 'confirmed' })).id}`;
    for (const body of [{ status: 'heard' }, { secondsUsed: 10 }]) {
      const answers = [
        await desk.as(desk.clerk, 'post', path, { name: 'Ben Roe', ...body }),
        await desk.change(one, body),
      ];
      expect(answers.map(({ status, body: said }) => [status, said.code])).toEqual([
        [409, 'HEARING_NOT_BEGUN'],
        [409, 'HEARING_NOT_BEGUN'],
      ]);
    }
    expect((await desk.read(path, desk.clerk)).body.items).toHaveLength(1);
    const held = await desk.hearing(HELD);
    const past = `/hearings/${held.id}/witnesses`;
    const made = await desk.make(past, { name: 'Ann Roe' });
    expect((await desk.change(`${past}/${made.id}`, { status: 'heard', secondsUsed: 10 })).status).toBe(200);
  });

  it('go from step to step, and not past the record', async () => {
    const { id } = await desk.hearing(HELD);
    const path = `/hearings/${id}/witnesses`;
    const one = `${path}/${(await desk.make(path, { name: 'Ann Roe' })).id}`;
    const step = async (status: string) => {
      const { status: was, body } = await desk.change(one, { status });
      return was === 200 ? (body.status as string) : (body.code as string);
    };
    const ILLEGAL = 'WITNESS_STATUS_ILLEGAL';
    for (const [to, expected] of [
      ['declined', 'declined'],
      ['heard', ILLEGAL],
      ['withdrawn', ILLEGAL],
      ['invited', 'invited'],
      ['confirmed', 'confirmed'],
      ['invited', ILLEGAL],
      ['withdrawn', 'withdrawn'],
      ['confirmed', 'confirmed'],
      ['heard', 'heard'],
      ['withdrawn', ILLEGAL],
      ['declined', ILLEGAL],
      ['heard', 'heard'],
      ['confirmed', 'confirmed'],
    ] as const) {
      expect([to, await step(to)]).toEqual([to, expected]);
    }
  });

  it('are a list that the public reads once the hearing is noticed, and that grows after it', async () => {
    const { id } = await desk.hearing(ownDay());
    const path = `/hearings/${id}/witnesses`;
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    const ann = await desk.make(path, { name: 'Ann Roe' });
    for (const key of [null, desk.commissioner]) {
      expect((await desk.read(path, key)).body.code).toBe('HEARING_NOT_FOUND');
      expect((await desk.read(`${path}/${ann.id}`, key)).body.code).toBe('HEARING_NOT_FOUND');
    }
    await desk.move(id, 'noticed');
    const ben = await desk.make(path, { name: 'Ben Roe', status: 'confirmed' });
    await desk.make(path, { name: 'Cleo Roe', status: 'declined' });
    for (const key of [null, desk.commissioner]) {
      expect((await desk.read(path, key)).body.items).toEqual([ann, ben]);
    }
    expect((await desk.read(path, desk.clerk)).body.items).toHaveLength(3);
  });

  it('in two halls at once are refused', async () => {
    const person = await desk.make('/people', { name: 'Ann Roe' });
    const day = ownDay();
    const venue = { name: 'Another hall', address: '1 Main Street' };
    const [one, other] = [await desk.noticed(day), await desk.noticed({ ...day, venue })];
    const named = { name: 'Ann Roe', personId: person.id };
    await desk.make(`/hearings/${one.id}/witnesses`, named);
    const path = `/hearings/${other.id}/witnesses`;
    const clash = await desk.as(desk.clerk, 'post', path, named);
    expect([clash.status, clash.body.code]).toEqual([409, 'DOUBLE_BOOKED']);
    const free = await desk.make(path, { name: 'A deputy' });
    expect((await desk.change(`${path}/${free.id}`, { personId: person.id })).body.code).toBe(
      'DOUBLE_BOOKED',
    );
    expect((await desk.read(path, desk.clerk)).body.items).toEqual([free]);
  });
});
