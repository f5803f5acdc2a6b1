import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Desk, openDesk, refusal } from './hearings.support.js';
import { makeMatter, ownDay, recusedKey } from './parts.support.js';

const CLOSED = { closed: true, authority: 'Gov. Code 11126(a)(1)' };
const EXCEPTION = { citation: 'Gov. Code 11125.3(a)(2)', reason: 'It came up last night.' };

describe('the agenda', () => {
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

  it('has minutes, consent items and matters', async () => {
    const { id } = await desk.hearing(ownDay());
    const path = `/hearings/${id}/agenda-items`;
    const bare = await desk.make(path, { title: 'Opening' });
    expect(bare).toMatchObject({ estimatedMinutes: null, consent: false, matterId: null, warnings: [] });
    const more = { estimatedMinutes: 45, consent: true, matterId: await makeMatter(admin) };
    const made = await desk.make(path, { title: 'Minutes of the last hearing', ...more });
    expect(made).toMatchObject(more);
    const changed = await desk.change(`${path}/${bare.id}`, more);
    expect(changed.body).toEqual({ ...bare, ...more });
    const back = { estimatedMinutes: null, consent: false, matterId: null };
    expect((await desk.change(`${path}/${bare.id}`, back)).body).toEqual(bare);
    // The matter is the commission's: the public reads the item, and of no matter.
    await desk.move(id, 'noticed');
    expect((await desk.read(`${path}/${made.id}`)).body).toEqual({ ...made, matterId: null });
    expect((await desk.read(`${path}/${made.id}`, desk.commissioner)).body).toEqual(made);
  });

  it.each([
    [{ estimatedMinutes: 0 }, 400, 'VALIDATION', '/estimatedMinutes'],
    [{ estimatedMinutes: 1.5 }, 400, 'VALIDATION', '/estimatedMinutes'],
    [{ consent: null }, 400, 'VALIDATION', '/consent'],
    [{ matterId: 'a case' }, 400, 'VALIDATION', '/matterId'],
    [{ matterId: randomUUID() }, 422, 'UNKNOWN_REFERENCE', '/matterId'],
  ])('refuses %j', async (body, status, code, pointer) => {
    const { id } = await desk.hearing(ownDay());
    const path = `/hearings/${id}/agenda-items`;
    const made = await desk.make(path, { title: 'Opening' });
    for (const answer of [
      await desk.as(desk.clerk, 'post', path, { title: 'Next', ...body }),
      await desk.change(`${path}/${made.id}`, body),
    ]) {
      const { status: was, body: said } = answer;
      expect([was, said.code, said.errors[0].pointer]).toEqual([status, code, pointer]);
    }
  });

  it('warns a clerk, and nobody else, of what is long or taken together behind closed doors', async () => {
    const { id } = await desk.hearing(ownDay());
    const path = `/hearings/${id}/agenda-items`;
    const description = 'county '.repeat(20);
    const long = await desk.make(path, { title: 'Long', description, consent: true, ...CLOSED });
    const warnings = long['warnings'] as { code: string; pointer: string; detail: string }[];
    expect(warnings.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['AGENDA_ITEM_LONG', '/description'],
      ['CLOSED_CONSENT', '/consent'],
    ]);
    expect(warnings[0]?.detail).toContain('11125(b)');
    expect((await desk.read(path, desk.clerk)).body.items[0].warnings).toHaveLength(2);
    await desk.move(id, 'noticed');
    expect((await desk.read(`${path}/${long.id}`, desk.commissioner)).body.warnings).toEqual([]);
  });

  it('closed, is absent for the public, and hidden from who stepped back from its matter, with all at it', async () => {
    const { id } = await desk.hearing(ownDay());
    const at = `/hearings/${id}`;
    const matterId = await makeMatter(admin);
    const item = await desk.make(`${at}/agenda-items`, { title: 'A contract', matterId, ...CLOSED });
    await desk.make(`${at}/agenda-items`, { title: 'Open' });
    const panel = await desk.make(`${at}/panels`, { title: 'On it', agendaItemId: item.id });
    const witness = await desk.make(`${at}/witnesses`, { name: 'Ann Roe', panelId: panel.id });
    await desk.move(id, 'noticed');
    const recused = await recusedKey(desk, admin, 'commissioner', [matterId]);
    const paths = [`agenda-items/${item.id}`, `panels/${panel.id}`, `witnesses/${witness.id}`];
    for (const path of paths) {
      const absent = path.replace(/[^/]+$/, randomUUID());
      for (const key of [null, recused]) {
        const hidden = refusal(await desk.read(`${at}/${path}`, key));
        expect(hidden).toMatchObject({ status: 404 });
        expect(hidden).toEqual(refusal(await desk.read(`${at}/${absent}`, key)));
      }
      for (const key of [desk.commissioner, desk.clerk]) {
        expect((await desk.read(`${at}/${path}`, key)).status).toBe(200);
      }
    }
    expect((await desk.read(`${at}/agenda-items`, recused)).body.items).toMatchObject([
      { title: 'Open', order: 1 },
    ]);
  });

  it('lends its matter to panels and witnesses when it changes, and takes it back', async () => {
    const { id } = await desk.hearing(ownDay());
    const at = `/hearings/${id}`;
    const [one, other] = [await makeMatter(admin), await makeMatter(admin)];
    const item = await desk.make(`${at}/agenda-items`, { title: 'A contract', matterId: one, ...CLOSED });
    const panel = await desk.make(`${at}/panels`, { title: 'On it', agendaItemId: item.id });
    const witness = await desk.make(`${at}/witnesses`, { name: 'Ann Roe', panelId: panel.id });
    const worn = async () => {
      const { rows } = await admin.query<{ m: string | null; a: string }>(
        `select matter_id as m, own_audience as a from agenda_item where id = $1 union all
         select matter_id, own_audience from panel where id = $2 union all
         select matter_id, own_audience from witness where id = $3`,
        [item.id, panel.id, witness.id],
      );
      return rows.map(({ m, a }) => [m, a]);
    };
    const all = (matter: string | null, audience: string) => [0, 1, 2].map(() => [matter, audience]);
    expect(await worn()).toEqual(all(one, 'chamber'));
    await desk.change(`${at}/agenda-items/${item.id}`, { matterId: other });
    expect(await worn()).toEqual(all(other, 'chamber'));
    await desk.change(`${at}/agenda-items/${item.id}`, { closed: false });
    expect(await worn()).toEqual(all(other, 'public'));
    await desk.change(`${at}/agenda-items/${item.id}`, { matterId: null });
    expect(await worn()).toEqual(all(null, 'public'));
    // After the notice the agenda stays; what commissioners step back from may turn out later.
    await desk.move(id, 'noticed');
    expect((await desk.change(`${at}/agenda-items/${item.id}`, { matterId: one })).status).toBe(200);
    expect(await worn()).toEqual(all(one, 'public'));
    const both = { matterId: other, estimatedMinutes: 5 };
    expect((await desk.change(`${at}/agenda-items/${item.id}`, both)).body.code).toBe('AGENDA_FROZEN');
    // Whoever changes the witness with an older tag learns what moved it.
    const late = await desk.as(
      desk.clerk,
      'patch',
      `${at}/witnesses/${witness.id}`,
      { name: 'x' },
      {
        'If-Match': `"${randomUUID()}"`,
      },
    );
    expect(late.body.errors).toMatchObject([{ pointer: '/agendaItemId', code: 'CHANGED' }]);
  });

  it('is not changed by a clerk who stepped back from the matter, nor is what they change lost', async () => {
    const { id } = await desk.hearing(ownDay());
    const at = `/hearings/${id}/agenda-items`;
    const matterId = await makeMatter(admin);
    const item = await desk.make(at, { title: 'A contract', matterId });
    const next = await desk.make(at, { title: 'Next' });
    const recused = await recusedKey(desk, admin, 'clerk', [matterId]);
    const any = { 'If-Match': '*' };
    for (const method of ['patch', 'delete'] as const) {
      const body = method === 'patch' ? { title: 'Mine' } : undefined;
      const answer = await desk.as(recused, method, `${at}/${item.id}`, body, any);
      expect([answer.status, answer.body.code]).toEqual([404, 'AGENDA_ITEM_NOT_FOUND']);
    }
    expect((await desk.read(`${at}/${item.id}`, desk.clerk)).body).toEqual(item);
    const order = await desk.as(
      recused,
      'put',
      `/hearings/${id}/agenda-order`,
      { itemIds: [next.id, item.id] },
      any,
    );
    expect([order.status, order.body.code]).toEqual([409, 'RECUSED']);
    expect((await desk.read(`${at}/${next.id}`, desk.clerk)).body).toEqual(next);
  });

  it('keeps an exception with what changed under it', async () => {
    const { id } = await desk.noticed(ownDay());
    const path = `/hearings/${id}/agenda-items`;
    const late = { title: 'Added', estimatedMinutes: 5, consent: true };
    expect((await desk.as(desk.clerk, 'post', path, late)).body.code).toBe('AGENDA_FROZEN');
    expect(await desk.make(path, { ...late, exception: EXCEPTION })).toMatchObject({
      ...late,
      exception: EXCEPTION,
    });
  });
});
