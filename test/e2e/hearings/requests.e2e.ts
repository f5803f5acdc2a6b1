import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { REQUEST_MOVES } from '#src/record/hearings/scheduling/requests/request.policy.js';
import {
  REQUEST_STATUSES,
  type RequestStatus,
} from '#src/record/hearings/scheduling/requests/request-status.js';
import { type Desk, openDesk } from './hearings.support.js';

const RAMP = {
  kind: 'accommodation',
  what: 'A place at the front',
  requestedBy: 'Ann Roe',
  contact: 'ann@example.org',
};
const SPANISH = { kind: 'interpreter', language: 'es' };

describe('what people ask for to take part', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  it('is kept, and due on the day of the hearing on its own clock where nothing else is said', async () => {
    // 2031-03-05 in Greenwich, the evening before in Oakland.
    const { id } = await desk.hearing({ startsAt: '2031-03-05T03:00:00Z' });
    const at = `/hearings/${id}/requests`;
    const made = await desk.make(at, RAMP);
    expect(made).toEqual({
      id: made.id,
      number: 1,
      ...RAMP,
      language: null,
      // Three days before is a Saturday, and no law asks for more.
      dueOn: '2031-02-28',
      status: 'received',
      answer: null,
      interpreterName: null,
      interpreterPersonId: null,
    });
    const second = await desk.make(at, { ...SPANISH, dueOn: '2031-02-20' });
    expect(second).toMatchObject({ number: 2, dueOn: '2031-02-20', language: 'es' });
    expect((await desk.read(at, desk.clerk)).body.items).toEqual([made, second]);
    expect((await desk.change(`${at}/${made.id}`, { dueOn: '2031-03-01' })).body.dueOn).toBe('2031-03-01');
    expect((await desk.drop(`${at}/${second.id}`)).status).toBe(204);
    expect((await desk.read(at, desk.clerk)).body.items).toHaveLength(1);
  });

  it("is the desk's before the notice and after it, of hearings open and closed, and is found by no search", async () => {
    for (const kind of ['public_hearing', 'closed_session']) {
      const { id } = await desk.hearing({ kind });
      const at = `/hearings/${id}/requests`;
      const { id: requestId } = await desk.make(at, { ...RAMP, what: 'Zanzibar lift' });
      await desk.make(`/hearings/${id}/agenda-items`, {
        title: 'Opening',
        authority: 'Gov. Code 11126(e)(1)',
      });
      await desk.move(id, 'noticed');
      for (const path of [at, `${at}/${requestId}`, `/hearings/${randomUUID()}/requests`]) {
        expect((await desk.read(path)).status).toBe(401);
        expect((await desk.read(path, desk.commissioner)).status).toBe(403);
        expect((await desk.read(path, await desk.bearer('integrator'))).status).toBe(403);
        expect((await desk.read(path, await desk.bearer('clerk', ['hearings:read']))).status).toBe(403);
      }
      expect((await desk.read('/search?q=zanzibar', desk.clerk)).body.items).toEqual([]);
    }
  });

  it("is the desk's in the database as well", async () => {
    const { id } = await desk.noticed();
    await desk.make(`/hearings/${id}/requests`, RAMP);
    const client = new pg.Client({ connectionString: desk.database.logins.publicUrl });
    await client.connect();
    const { rows } = await client.query('select count(*)::int as seen from hearing_request');
    await client.end();
    expect(rows).toEqual([{ seen: 0 }]);
  });

  it.each([
    ['an interpreter without a language', { kind: 'interpreter' }, 422, 'LANGUAGE_REQUIRED'],
    ['an accommodation of nothing', { kind: 'accommodation' }, 422, 'WHAT_REQUIRED'],
    ['a kind', { ...RAMP, kind: 'wish' }, 400, 'NOT_A_CHOICE'],
    ['a day that no month has', { ...RAMP, dueOn: '2031-02-30' }, 400, 'FORMAT'],
    ['a moment for a day', { ...RAMP, dueOn: '2031-02-20T00:00:00Z' }, 400, 'FORMAT'],
    ['a status of its own', { ...RAMP, status: 'arranged' }, 400, 'UNKNOWN_PROPERTY'],
    ['a language of no form', { ...SPANISH, language: 'spanish language' }, 400, 'FORMAT'],
  ])('refuses %s', async (_, body, status, code) => {
    const { id } = await desk.hearing();
    const answer = await desk.as(desk.clerk, 'post', `/hearings/${id}/requests`, body);
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code]);
  });

  it('says what became of it only with what that asks for', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}/requests`;
    const spanish = `${at}/${(await desk.make(at, SPANISH)).id}`;
    const ramp = `${at}/${(await desk.make(at, RAMP)).id}`;
    const refused = async (path: string, change: object) => {
      const { status, body } = await desk.change(path, change);
      return [status, body.code];
    };
    expect(await refused(spanish, { status: 'arranged' })).toEqual([422, 'INTERPRETER_REQUIRED']);
    expect(await refused(spanish, { status: 'declined' })).toEqual([422, 'ANSWER_REQUIRED']);
    expect(await refused(spanish, { language: null })).toEqual([422, 'LANGUAGE_REQUIRED']);
    expect(await refused(ramp, { interpreterName: 'Ann Roe' })).toEqual([422, 'INTERPRETER_NOT_TAKEN']);
    expect(await refused(ramp, { interpreterPersonId: randomUUID() })).toEqual([
      422,
      'INTERPRETER_NOT_TAKEN',
    ]);
    expect(await refused(spanish, { interpreterPersonId: randomUUID() })).toEqual([422, 'UNKNOWN_REFERENCE']);
    const person = await desk.make('/people', { name: 'Ines Paz' });
    const done = await desk.change(spanish, { status: 'arranged', interpreterPersonId: person.id });
    expect(done.body).toMatchObject({ status: 'arranged', interpreterPersonId: person.id });
    expect(await refused(spanish, { interpreterPersonId: null })).toEqual([422, 'INTERPRETER_REQUIRED']);
  });

  it('goes from status to status as the table has it, and no other way', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}/requests`;
    const wayTo: Record<RequestStatus, RequestStatus[]> = {
      received: [],
      arranged: ['arranged'],
      declined: ['declined'],
      withdrawn: ['withdrawn'],
    };
    for (const from of REQUEST_STATUSES) {
      for (const to of REQUEST_STATUSES) {
        const path = `${at}/${(await desk.make(at, RAMP)).id}`;
        for (const status of wayTo[from]) await desk.change(path, { status, answer: 'So it was.' });
        const { status, body } = await desk.change(path, { status: to, answer: 'So it is.' });
        const legal = from === to || REQUEST_MOVES[from].includes(to);
        expect([from, to, status, body.code]).toEqual([
          from,
          to,
          ...(legal ? [200, undefined] : [409, 'REQUEST_STATUS_ILLEGAL']),
        ]);
      }
    }
  });

  it('is written with the tag of now, once for one key', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}/requests`;
    const send = () => desk.as(desk.clerk, 'post', at, RAMP, { 'Idempotency-Key': 'one-request' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.body.id]).toEqual([201, first.body.id]);
    const path = `${at}/${first.body.id}`;
    expect((await desk.as(desk.clerk, 'patch', path, { what: 'x' })).status).toBe(428);
    await desk.change(path, { what: 'y' });
    const tag = { 'If-Match': first.headers['etag'] as string };
    expect((await desk.as(desk.clerk, 'patch', path, { what: 'z' }, tag)).status).toBe(412);
    expect((await desk.read(`${at}/${randomUUID()}`, desk.clerk)).body.code).toBe('REQUEST_NOT_FOUND');
  });
});
