import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRoom, type Room, VTT } from './testimony.support.js';

let room: Room;
let hearingId: string;
let recordingId: string;

beforeAll(async () => {
  room = await createRoom();
  hearingId = await room.hearing();
  recordingId = await room.recording(hearingId);
});
afterAll(() => room.close());

const enter = async (more: object = {}): Promise<string> =>
  (await room.post('/testimonies', { hearingId, form: 'oral', name: 'Ann Roe', ...more })).body.id as string;
const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

describe('testimonies', () => {
  it('are entered, changed, placed in a recording and posted', async () => {
    const made = await room.post('/testimonies', {
      hearingId,
      form: 'oral',
      name: 'Ann Roe',
      position: 'for',
      affiliations: ['Nurses of the East'],
      place: { borough: 'Queens' },
      receivedAt: '2026-03-01T18:00:00.000Z',
      sourceNotes: ['Spoke of nights'],
      sourceUrl: 'https://example.org/1',
    });
    const path = `/testimonies/${made.body.id}`;
    expect(made.body).toEqual({
      id: made.body.id,
      hearingId,
      witnessId: null,
      agendaItemId: null,
      form: 'oral',
      name: 'Ann Roe',
      position: 'for',
      affiliations: ['Nurses of the East'],
      place: { borough: 'Queens', neighborhood: null },
      language: 'en',
      status: 'received',
      receivedAt: '2026-03-01T18:00:00.000Z',
      postedAt: null,
      recording: null,
      sourceNotes: ['Spoke of nights'],
      sourceUrl: 'https://example.org/1',
    });
    expect((await room.as(null, 'get', path)).body.code).toBe('TESTIMONY_NOT_FOUND');
    const changed = await room.change('patch', path, { position: null, language: 'es' });
    expect(changed.body).toMatchObject({
      position: null,
      language: 'es',
      name: 'Ann Roe',
      place: made.body.place,
    });
    const span = { recordingId, start: 7, end: 14 };
    const placed = await room.change('put', `${path}/recording`, span, path);
    expect(placed.body.recording).toEqual({ id: recordingId, start: 7, end: 14 });
    const reversed = await room.change('put', `${path}/recording`, { ...span, end: 3 }, path);
    expect(reversed.body.code).toBe('SPAN_REVERSED');
    await room.status(path, 'posted');
    const seen = await room.as(null, 'get', path);
    expect(seen.body).toMatchObject({ status: 'posted', postedAt: expect.any(String) });
    // The recording is not posted: for the public there is none.
    expect(seen.body.recording).toBeNull();
  });

  it('go only where a testimony of their status may go, with a reason to be kept back', async () => {
    const path = `/testimonies/${await enter()}`;
    const change = (to: string, reason?: string) => room.post(`${path}/status-changes`, { to, reason });
    expect((await change('held')).body.code).toBe('REASON_REQUIRED');
    expect((await change('received')).body).toMatchObject({ status: 409, code: 'STATUS_CHANGE_REFUSED' });
    expect((await change('posted')).status).toBe(201);
    expect((await room.as(null, 'get', path)).status).toBe(200);
    expect((await change('retracted', 'Asked for it')).body.status).toBe('retracted');
    expect((await room.as(null, 'get', path)).status).toBe(404);
    expect((await change('posted')).status).toBe(409);
  });

  it('are listed by what they are, in either order, and to each only what is theirs to see', async () => {
    const other = await room.hearing();
    const make = (receivedAt: string, position: string | null) =>
      enter({ hearingId: other, receivedAt, position, form: 'written' });
    const a = await make('2026-01-01T00:00:00Z', 'for');
    const b = await make('2026-01-02T00:00:00Z', 'against');
    const c = await make('2026-01-03T00:00:00Z', 'for');
    await room.status(`/testimonies/${b}`, 'posted');
    await room.status(`/testimonies/${c}`, 'posted');
    const list = async (query: string, key: string | null = room.clerk) =>
      ids((await room.as(key, 'get', `/testimonies?hearing=${other}${query}`)).body);
    expect(await list('')).toEqual([c, b, a]);
    expect(await list('&sort=receivedAt')).toEqual([a, b, c]);
    expect(await list('&position=for&sort=receivedAt')).toEqual([a, c]);
    expect(await list('&status=received')).toEqual([a]);
    expect(await list('&form=oral')).toEqual([]);
    expect(await list('&receivedAt[gte]=2026-01-02T00:00:00Z')).toEqual([c, b]);
    expect(await list('', null)).toEqual([c, b]);
    const total = await room.as(null, 'get', `/testimonies?hearing=${other}&limit=1`, undefined, {
      Prefer: 'return=total-count',
    });
    expect(total.body.total).toBe(2);
    expect((await room.as(null, 'get', '/testimonies?witness=x')).status).toBe(400);
  });

  it('name only what belongs to their hearing', async () => {
    const elsewhere = await room.recording(await room.hearing());
    const path = `/testimonies/${await enter()}`;
    const refused = await room.change(
      'put',
      `${path}/recording`,
      { recordingId: elsewhere, start: 0, end: 1 },
      path,
    );
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/recordingId']);
    const witness = await room.change('patch', path, { witnessId: elsewhere });
    expect([witness.status, witness.body.errors[0].pointer]).toEqual([422, '/witnessId']);
  });

  it('are found by their words, and their position with what is said in them once they are posted', async () => {
    const own = await room.hearing();
    const record = await room.recording(own);
    await room.status(`/recordings/${record}`, 'posted');
    const transcript = await room.transcript(record, VTT);
    const path = `/testimonies/${await enter({ hearingId: own, position: 'against', affiliations: ['Tenants'] })}`;
    await room.change('put', `${path}/recording`, { recordingId: record, start: 7, end: 14 }, path);
    const positions = async () =>
      (
        await room.admin.query<{ positions: string[] }>(
          'select positions from search.entry where source_id = $1',
          [transcript],
        )
      ).rows.map((row) => row.positions);
    expect(await positions()).toEqual([[]]);
    await room.status(path, 'posted');
    expect(await positions()).toEqual([['against']]);
    await room.status(path, 'held', 'A name');
    expect(await positions()).toEqual([[]]);
    const { rows } = await room.admin.query(
      `select audience, kind, title, body, positions, happened_at from search.entry where source_id = $1`,
      [path.split('/').at(-1)],
    );
    expect(rows).toEqual([
      {
        audience: 'desk',
        kind: 'testimony',
        title: 'Ann Roe',
        body: 'Tenants',
        positions: ['against'],
        happened_at: new Date('2026-03-01T17:00:07Z'),
      },
    ]);
  });
});
