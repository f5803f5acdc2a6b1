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

describe('recordings', () => {
  it('are entered with their parts, changed, and listed by hearing', async () => {
    const made = await room.post('/recordings', {
      hearingId,
      title: 'Morning and afternoon',
      recordedAt: '2026-03-01T17:00:00.000Z',
      duration: 7200.5,
      parts: [
        { number: 2, clockOffset: 3600, title: 'Afternoon' },
        { number: 1, clockOffset: 0, duration: 3600 },
      ],
    });
    expect(made.body).toMatchObject({
      status: 'received',
      language: 'en',
      recordedAt: '2026-03-01T17:00:00.000Z',
      parts: [
        { number: 1, title: null, clockOffset: 0, duration: 3600 },
        { number: 2, title: 'Afternoon', clockOffset: 3600, duration: null },
      ],
    });
    const path = `/recordings/${made.body.id}`;
    const changed = await room.change('patch', path, {
      contentNote: 'Speaks of violence',
      duration: null,
      parts: [{ number: 1, clockOffset: 0 }],
    });
    expect(changed.body).toMatchObject({
      contentNote: 'Speaks of violence',
      duration: null,
      title: made.body.title,
    });
    expect(changed.body.parts).toHaveLength(1);
    expect((await room.change('patch', path, { title: null })).status).toBe(400);
    const twice = { parts: [1, 1].map((number) => ({ number, clockOffset: 0 })) };
    expect((await room.change('patch', path, twice)).body.code).toBe('PART_NUMBER_TWICE');
    const listed = await room.as(room.clerk, 'get', `/recordings?hearing=${hearingId}`);
    expect(ids(listed.body)).toEqual([recordingId, made.body.id]);
    expect((await room.as(null, 'get', '/recordings')).body.items).toEqual([]);
  });

  it('of a hearing that is not there are refused', async () => {
    const refused = await room.post('/recordings', { hearingId: recordingId, title: 'x' });
    expect([refused.status, refused.body.errors[0]]).toMatchObject([
      422,
      { pointer: '/hearingId', code: 'UNKNOWN_REFERENCE' },
    ]);
  });
});

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

describe('a moment', () => {
  let transcriptId: string;
  let own: string;
  const moment = async (seconds: number | string, key: string | null = null) =>
    room.as(key, 'get', `/recordings/${own}/moments/${seconds}`);

  beforeAll(async () => {
    const hearing = await room.hearing();
    own = await room.recording(hearing);
    transcriptId = await room.transcript(own, VTT);
    for (const [start, end] of [
      [7, 14],
      [11.25, 15],
    ]) {
      const path = `/testimonies/${await enter({ hearingId: hearing, name: `From ${start}` })}`;
      await room.change('put', `${path}/recording`, { recordingId: own, start, end }, path);
      await room.status(path, 'posted');
    }
    await room.status(`/recordings/${own}`, 'posted');
    await room.status(`/transcripts/${transcriptId}`, 'posted');
  });

  it.each([
    [0, 0, [], [1, 2], []],
    [2.499_999, 0, [], [1, 2], []],
    [2.5, 1, [0], [2, 3], []],
    // Between two cues it is what was said last.
    [5, 1, [0], [2, 3], []],
    [6.999, 1, [0], [2, 3], []],
    [7, 2, [0, 1], [3, 4], ['From 7']],
    [11.25, 3, [1, 2], [4], ['From 7', 'From 11.25']],
    [14, 4, [2, 3], [], ['From 11.25']],
    [15, 4, [2, 3], [], []],
    [99_999, 4, [2, 3], [], []],
  ])('at %d is in cue %d', async (seconds, cue, before, after, testimonies) => {
    const { body } = await moment(seconds);
    const numbers = (cues: { number: number }[]) => cues.map(({ number }) => number);
    expect(body.cue.number).toBe(cue);
    expect([numbers(body.before), numbers(body.after)]).toEqual([before, after]);
    expect((body.testimonies as { name: string }[]).map(({ name }) => name)).toEqual(testimonies);
  });

  it('tells who speaks, and how to come back to it', async () => {
    const { body } = await moment(12.5);
    expect(body).toMatchObject({
      recordingId: own,
      transcriptId,
      seconds: 12.5,
      speaker: { label: 'Ann Roe', name: 'Ann Roe' },
      links: { self: `/api/v1/recordings/${own}/moments/12.5`, page: '?t=12.5' },
    });
    expect((await room.anybody.get(body.links.self as string)).body).toEqual(body);
  });

  it('has the cue that still lasts, however long ago it began', async () => {
    const content = (end: string) =>
      `WEBVTT\n\n00:01.000 --> ${end}\nall along\n\n00:02.000 --> 00:03.000\nbriefly\n\n00:03.000 --> 00:04.000\nthen\n`;
    const long = await room.recording(await room.hearing());
    await room.transcript(long, content('01:00.000'));
    const at = async (seconds: number) =>
      (await room.as(room.clerk, 'get', `/recordings/${long}/moments/${seconds}`)).body.cue?.text as string;
    expect([await at(0.5), await at(2), await at(30), await at(60)]).toEqual([
      undefined,
      'briefly',
      'all along',
      'then',
    ]);
    const first = await room.as(room.clerk, 'get', `/recordings/${long}/moments/0.5`);
    expect(first.body).toMatchObject({ cue: null, speaker: null, before: [] });
    expect(first.body.after).toHaveLength(2);
  });

  it.each(['-1', 'x', '1e3', 'NaN', '0x10', '1.'])('at %s is no time', async (seconds) => {
    expect((await moment(seconds)).status).toBe(400);
  });

  it('of what is hidden is absent, and without words where only they are', async () => {
    await room.status(`/transcripts/${transcriptId}`, 'held', 'Read again');
    const { body } = await moment(7);
    expect(body).toMatchObject({ transcriptId: null, cue: null, before: [], after: [], speaker: null });
    expect((await moment(7, room.clerk)).body.cue.number).toBe(2);
    await room.status(`/recordings/${own}`, 'held', 'Read again');
    const hidden = await moment(7);
    expect([hidden.status, hidden.body.code]).toEqual([404, 'RECORDING_NOT_FOUND']);
  });
});

describe('cues', () => {
  it('are read from a second to another, by speaker, in pages', async () => {
    const transcript = await room.transcript(recordingId, VTT);
    const list = async (query: string) =>
      (
        (await room.as(room.clerk, 'get', `/transcripts/${transcript}/cues${query}`)).body.items as {
          number: number;
        }[]
      ).map(({ number }) => number);
    expect(await list('?from=2.5')).toEqual([1, 2, 3, 4]);
    expect(await list('?from=12&to=14')).toEqual([3]);
    expect(await list('?to=2.5')).toEqual([0]);
    expect(await list('?from=99')).toEqual([]);
    expect(await list('?sort=-number&limit=2')).toEqual([4, 3]);
    const { body } = await room.as(room.clerk, 'get', `/transcripts/${transcript}/cues/2`);
    expect(await list(`?speaker=${body.speakerId}`)).toEqual([2, 3]);
    const first = await room.as(room.clerk, 'get', `/transcripts/${transcript}/cues?limit=4`);
    const next = await room.as(
      room.clerk,
      'get',
      `/transcripts/${transcript}/cues?limit=4&cursor=${first.body.next}`,
    );
    expect(next.body.items).toMatchObject([{ number: 4 }]);
    expect((await room.as(room.clerk, 'get', `/transcripts/${transcript}/cues?from=x`)).status).toBe(400);
  });
});
