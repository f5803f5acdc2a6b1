import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Desk, openDesk, refusal } from '../hearings/hearings.support.js';

const NOBODY = {
  name: null,
  pseudonym: false,
  organisation: null,
  position: null,
  agendaItemId: null,
  wishesToSpeak: false,
  spokeAt: null,
  contact: null,
};

describe('sign-ins', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const counts = async (hearing: string, key: string | null = null) =>
    (await desk.read(`/hearings/${hearing}/sign-in-counts`, key)).body as object;

  it('ask for nothing, and hold what was given and no more', async () => {
    const { id } = await desk.noticed();
    const path = `/hearings/${id}/sign-ins`;
    const silent = await desk.make(path, {});
    expect(silent).toEqual({ ...NOBODY, id: silent.id, order: 1 });
    const given = {
      name: 'A neighbour',
      pseudonym: true,
      organisation: 'Youth council',
      position: 'against',
      wishesToSpeak: true,
      contact: 'neighbour@example.org',
      agendaItemId: (await desk.read(`/hearings/${id}/agenda-items`)).body.items[0].id as string,
    };
    const named = await desk.make(path, given);
    expect(named).toEqual({ ...given, id: named.id, order: 2, spokeAt: null });
    const spoke = await desk.change(`${path}/${named.id}`, { spokeAt: '2024-01-02T10:00:00-08:00' });
    expect(spoke.body).toEqual({ ...named, spokeAt: '2024-01-02T18:00:00.000Z' });
    expect((await desk.change(`${path}/${named.id}`, { contact: null })).body.contact).toBeNull();
    expect((await desk.read(path, desk.clerk)).body.items).toHaveLength(2);
    const key = { 'Idempotency-Key': randomUUID() };
    const twice = [1, 2].map(() => desk.as(desk.clerk, 'post', path, { position: 'for' }, key));
    const ids = (await Promise.all(twice)).map(({ status, body }) => (status === 201 ? body.id : status));
    expect(new Set(ids.filter((made) => made !== 409)).size).toBe(1);
    expect(await counts(id)).toEqual({ for: 1, against: 1, other: 0, silent: 1, total: 3 });
  });

  it('are counted for whoever reads the hearing, as they come, change and go', async () => {
    const { id } = await desk.noticed();
    const path = `/hearings/${id}/sign-ins`;
    expect(await counts(id)).toEqual({ for: 0, against: 0, other: 0, silent: 0, total: 0 });
    const bodies = ['for', 'for', 'against', 'other', null].map((position) => ({ position }));
    const made = await Promise.all(bodies.map((body) => desk.make(path, body)));
    expect(await counts(id)).toEqual({ for: 2, against: 1, other: 1, silent: 1, total: 5 });
    await desk.change(`${path}/${made[0]?.id}`, { position: 'against' });
    expect(await counts(id)).toEqual({ for: 1, against: 2, other: 1, silent: 1, total: 5 });
    expect((await desk.drop(`${path}/${made[3]?.id}`)).status).toBe(204);
    for (const key of [null, desk.commissioner, desk.clerk]) {
      expect(await counts(id, key)).toEqual({ for: 1, against: 2, other: 0, silent: 1, total: 4 });
    }
  });

  it('are read by clerks alone; the counts of a hidden hearing are absent', async () => {
    const { id } = await desk.noticed();
    const path = `/hearings/${id}/sign-ins`;
    const { id: one } = await desk.make(path, { name: 'Ann Roe', position: 'for' });
    const wide = await desk.bearer('clerk', ['hearings:read']);
    for (const [key, status] of [
      [null, 401],
      [desk.commissioner, 403],
      [wide, 403],
    ] as const) {
      expect((await desk.read(path, key)).status).toBe(status);
      expect((await desk.read(`${path}/${one}`, key)).status).toBe(status);
      expect((await desk.as(key, 'post', path, {})).status).toBe(status);
      expect((await desk.as(key, 'delete', `${path}/${one}`, undefined, { 'If-Match': '*' })).status).toBe(
        status,
      );
    }
    const draft = await desk.hearing();
    await desk.make(`/hearings/${draft.id}/sign-ins`, { position: 'for' });
    const hidden = refusal(await desk.read(`/hearings/${draft.id}/sign-in-counts`));
    expect(hidden).toMatchObject({ status: 404, problem: { code: 'HEARING_NOT_FOUND' } });
    expect(hidden).toEqual(refusal(await desk.read(`/hearings/${randomUUID()}/sign-in-counts`)));
    expect(await counts(draft.id, desk.clerk)).toMatchObject({ total: 1 });
  });

  it.each([
    [{ position: 'maybe' }, 400, 'VALIDATION', '/position'],
    [{ pseudonym: null }, 400, 'VALIDATION', '/pseudonym'],
    [{ age: 7 }, 400, 'VALIDATION', '/age'],
    [{ pseudonym: true }, 422, 'NAME_REQUIRED', '/name'],
    [{ spokeAt: '2999-01-01T00:00:00Z' }, 422, 'IN_THE_FUTURE', '/spokeAt'],
    [{ agendaItemId: randomUUID() }, 422, 'UNKNOWN_REFERENCE', '/agendaItemId'],
  ])('refuse %j', async (body, status, code, pointer) => {
    const { id } = await desk.hearing();
    const path = `/hearings/${id}/sign-ins`;
    const made = await desk.make(path, {});
    for (const answer of [
      await desk.as(desk.clerk, 'post', path, body),
      await desk.change(`${path}/${made.id}`, body),
    ]) {
      expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([
        status,
        code,
        pointer,
      ]);
    }
  });

  it('tell a clerk who comes too late, and ask what is being changed', async () => {
    const { id } = await desk.hearing();
    const path = `/hearings/${id}/sign-ins`;
    const one = `${path}/${(await desk.make(path, {})).id}`;
    const seen = (await desk.read(one, desk.clerk)).headers['etag'] as string;
    await desk.change(one, { position: 'for' });
    const late = await desk.as(desk.clerk, 'patch', one, { position: 'other' }, { 'If-Match': seen });
    expect(late.body).toMatchObject({ status: 412, errors: [{ pointer: '/position', code: 'CHANGED' }] });
    expect((await desk.as(desk.clerk, 'patch', one, {})).status).toBe(428);
    expect((await desk.as(desk.clerk, 'delete', one)).status).toBe(428);
    expect((await desk.read(`${path}/${randomUUID()}`, desk.clerk)).body.code).toBe('SIGN_IN_NOT_FOUND');
  });
});
