import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { recusedKey } from '../hearings/parts.support.js';
import { type Body, refusal } from '../hearings/hearings.support.js';
import { openScribe, type Scribe } from './minutes.support.js';
import { at } from './proceedings.support.js';

const LAW = 'Gov. Code 11126(e)(1)';
/** A word in everything that is closed. */
const SECRETS = ['wombat', 'dingo', 'quoll', 'bilby', 'potoroo', 'kowari'];

describe('what was done behind closed doors', () => {
  let scribe: Scribe;
  let admin: Client;
  let hearing: Body;
  let matters: { open: Body; closed: Body };

  beforeAll(async () => {
    scribe = await openScribe();
    admin = new Client({ connectionString: scribe.database.adminUrl });
    await admin.connect();
    matters = {
      open: await scribe.make('/matters', { title: 'The county contract' }),
      closed: await scribe.make('/matters', { title: 'The bilby case', closed: true }),
    };
    hearing = await sitting();
  });
  afterAll(async () => {
    await admin.end();
    await scribe.close();
  });

  /** Two open items with a matter each, one closed item with a motion and a witness, one closed session that reported out. */
  async function sitting(): Promise<Body> {
    const cho = scribe.members['Cho'];
    for (const matter of Object.values(matters)) {
      await scribe.make(`/commissioners/${cho}/recusals`, {
        matterId: matter.id,
        reason: 'Worked there.',
        startsAt: '2026-01-01T00:00:00Z',
      });
    }
    const draft = await scribe.hearing({ startsAt: at('09:00') });
    const path = `/hearings/${draft.id}`;
    const item = (title: string, more: object = {}) =>
      scribe.make(`${path}/agenda-items`, { title, ...more });
    const first = await item('Contracts', { matterId: matters.open.id });
    const second = await item('Schools', { matterId: matters.closed.id });
    const closed = await item('The wombat lawsuit', {
      closed: true,
      authority: LAW,
      matterId: matters.closed.id,
    });
    const other = await item('The kowari lawsuit', {
      closed: true,
      authority: LAW,
      matterId: matters.open.id,
    });
    await scribe.make(`${path}/panels`, { title: 'A panel', agendaItemId: closed.id });
    const witness = { status: 'heard', agendaItemId: closed.id };
    await scribe.make(`${path}/witnesses`, { name: 'Dr. Potoroo', ...witness });
    for (const to of ['noticed', 'in_session'] as const) {
      const moved = await scribe.move(draft.id, to);
      if (moved.status !== 201) throw new Error(JSON.stringify(moved.body));
    }
    await scribe.make(`${path}/sessions`, {
      name: 'Morning',
      openedAt: at('09:00'),
      adjournedAt: at('12:00'),
    });
    const doors = await scribe.make(`${path}/sessions`, {
      name: 'About the quoll',
      closed: true,
      authority: LAW,
      openedAt: at('13:00'),
      adjournedAt: at('14:00'),
      reportedOut: 'Direction was given to counsel.',
    });
    for (const name of ['Ada', 'Ben', 'Cho']) await scribe.arrive(draft, name, '08:55');
    const recused = { Cho: 'recused' };
    await scribe.motion(draft, { agendaItemId: first.id, text: 'To sign.' }, recused);
    await scribe.motion(draft, { agendaItemId: second.id, text: 'To visit.' }, recused);
    const settle = { agendaItemId: closed.id, sessionId: doors.id, text: 'To settle with the dingo.' };
    await scribe.motion(draft, settle, recused, '13:30');
    await scribe.motion(
      draft,
      { agendaItemId: other.id, sessionId: doors.id, text: 'Kowari.' },
      recused,
      '13:40',
    );
    await scribe.move(draft.id, 'adjourned');
    return draft;
  }

  it('does not reach the open book, but that it was, under which law, and what was reported out', async () => {
    const open = await scribe.written(hearing.id, { book: 'open', generate: true });
    const body = (open['body'] as string).toLowerCase();
    for (const secret of SECRETS) expect(body).not.toContain(secret);
    expect(open['body']).toContain(
      `- A closed session was held under ${LAW} from 1:00 p.m. to 2:00 p.m. Reported out: Direction was given to counsel.`,
    );
    expect(open['body']).toContain('### 1. Contracts');
    expect(open['body']).toContain('- Recused: Cho (The county contract)\n');
    expect(open['body']).toContain('- Recused: Cho\n');
    expect(open['body']).not.toContain('### 3.');
    expect((await scribe.read(`/hearings/${hearing.id}`)).body.status).toBe('minutes_draft');
  });

  it('stands in the minute book, which the commission reads and nobody else', async () => {
    const closed = await scribe.written(hearing.id, { book: 'closed', generate: true });
    const path = `/hearings/${hearing.id}/minutes`;
    const body = (closed['body'] as string).toLowerCase();
    for (const secret of ['wombat', 'dingo', 'quoll', 'bilby', 'potoroo']) expect(body).toContain(secret);
    expect(body).not.toContain('### 1. contracts');
    expect((await scribe.read(`${path}/${closed.id}?format=text`, scribe.commissioner)).text).toMatch(
      /^DRAFT: .* Confidential: /,
    );
    const hidden = [scribe.read(`${path}/${closed.id}`), scribe.read(`${path}/${randomUUID()}`)];
    const [first, second] = await Promise.all(hidden);
    expect(refusal(first!)).toEqual(refusal(second!));

    const { body: approval } = await scribe.approving();
    const approved = await scribe.as(scribe.clerk, 'post', `${path}/${closed.id}/approval`, approval);
    expect(approved.body).toMatchObject({ status: 'approved', edition: 1, book: 'closed' });
    expect((await scribe.read(`${path}/${closed.id}`)).status).toBe(404);
    expect((await scribe.read(path)).body.items).toEqual([]);
    expect((await scribe.read(`${path}?book=closed`, scribe.commissioner)).body.items).toHaveLength(1);
    // The open book, not this one, says how far the hearing's minutes are.
    expect((await scribe.read(`/hearings/${hearing.id}`)).body.status).toBe('minutes_draft');
  });

  it('is found by nobody in the minute book', async () => {
    for (const key of [null, scribe.commissioner, scribe.clerk]) {
      for (const word of SECRETS) {
        const found = await scribe.read(`/search?q=${word}&kind=minutes`, key);
        expect(found.body.items).toEqual([]);
      }
    }
  });

  it('is hidden from whoever is recused from a part of it, and the open draft is not', async () => {
    const path = `/hearings/${hearing.id}/minutes`;
    const [book] = (await scribe.read(`${path}?book=closed`, scribe.commissioner)).body.items;
    for (const matter of Object.values(matters)) {
      const key = await recusedKey(scribe, admin, 'commissioner', [matter.id]);
      expect((await scribe.read(`${path}/${book.id}`, key)).status).toBe(404);
      expect((await scribe.read(path, key)).body.items).toMatchObject([{ book: 'open', status: 'draft' }]);
      const total = await scribe.read(path, key).set('Prefer', 'return=total-count');
      expect(total.body.total).toBe(1);
    }
    const other = await scribe.make('/matters', { title: 'Another' });
    const key = await recusedKey(scribe, admin, 'commissioner', [other.id]);
    expect((await scribe.read(`${path}/${book.id}`, key)).status).toBe(200);
  });

  it('is not written down by a clerk who is recused from a part of it', async () => {
    const key = await recusedKey(scribe, admin, 'clerk', [matters.closed.id]);
    for (const text of [{ generate: true }, { body: 'x' }]) {
      const answer = await scribe.write(hearing.id, { book: 'closed', ...text }, key);
      expect(answer.status).toBe(404);
    }
  });

  it('is the only book of a hearing behind closed doors', async () => {
    const kind = { kind: 'closed_session', startsAt: at('09:00') };
    const draft = await scribe.hearing(kind);
    await scribe.make(`/hearings/${draft.id}/agenda-items`, {
      title: 'A case',
      closed: true,
      authority: LAW,
    });
    for (const to of ['noticed', 'in_session', 'adjourned'] as const) await scribe.move(draft.id, to);
    const open = await scribe.write(draft.id, { book: 'open', body: 'x' });
    expect([open.status, open.body.code]).toEqual([409, 'NO_OPEN_BOOK']);
    const closed = await scribe.written(draft.id, { book: 'closed', generate: true });
    expect(closed['body']).toContain('### 1. A case');
    const status = (await scribe.read(`/hearings/${draft.id}`, scribe.clerk)).body.status;
    expect(status).toBe('minutes_draft');
    expect((await scribe.read(`/hearings/${draft.id}/minutes`)).body.code).toBe('HEARING_NOT_FOUND');
  });

  it('is guarded by the database itself: no closed book is public, and no text is written twice', async () => {
    const one = `select id from minutes where book = 'closed' and status = 'draft' limit 1`;
    await expect(
      admin.query(`update minutes set own_audience = 'public' where id in (${one})`),
    ).rejects.toThrow('minutes_closed');
    const granted = await admin.query<{ column_name: string }>(
      `select column_name from information_schema.column_privileges
        where table_name = 'minutes' and privilege_type = 'UPDATE' and grantee = 'hearth_staff'`,
    );
    const columns = granted.rows.map(({ column_name: name }) => name);
    expect(columns).toContain('status');
    for (const kept of ['body', 'version', 'book', 'hearing_id', 'made_by', 'language']) {
      expect(columns).not.toContain(kept);
    }
  });
});
