import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRoom, etagOf, type Room, VTT } from './testimony.support.js';

let room: Room;
let recordingId: string;

beforeAll(async () => {
  room = await createRoom();
  recordingId = await room.recording(await room.hearing());
});
afterAll(() => room.close());

const FORMS = {
  vtt: VTT,
  srt: '1\n00:00:00,000 --> 00:00:02,500\n[Chair]: Good morning.\n\n2\n00:00:02,500 --> 00:00:04,000\n[Ann]: Here.\n\n',
  text: '# Transcript\n# Language: en\n# Speaker: Chair\n\n[0:00:00] Chair: Good morning.\n\n[0:00:07] Ann: Here I am.\n',
  json: JSON.stringify({
    language: 'en',
    speakers: [{ label: 'A', name: 'Ann Roe', position: 'Nurse', organisation: null }],
    cues: [
      { start: 0.1, end: 1 / 3, speaker: 'A', text: 'é 👩‍⚖️ \u2028 line' },
      { start: 54_000.123456789, end: 54_000.2, speaker: null, text: 'nobody knows' },
    ],
  }),
} as const;

describe('a transcript', () => {
  it.each(Object.entries(FORMS))('comes in as %s and goes out as it came', async (format, content) => {
    const id = await room.transcript(recordingId, content, { format });
    const read = await room.as(room.clerk, 'get', `/transcripts/${id}?format=${format}`).buffer(true);
    expect(read.status).toBe(200);
    const again = await room.transcript(recordingId, read.text, { format });
    const words = (transcript: string) =>
      room.admin.query<{ said: object }>(
        `select json_agg(json_build_array(c.number, c.start_seconds, c.end_seconds, c.text, s.label, s.name, s.position)
           order by c.number) as said
           from cue c left join speaker s on s.id = c.speaker_id where c.transcript_id = $1`,
        [transcript],
      );
    const [first, second] = await Promise.all([words(id), words(again)]);
    expect(first.rows[0]?.said).toEqual(second.rows[0]?.said);
    expect(JSON.stringify(first.rows).split('],[').length).toBeGreaterThan(1);
  });

  it('keeps its seconds exactly', async () => {
    const id = await room.transcript(recordingId, FORMS.json, { format: 'json' });
    const { body } = await room.as(room.clerk, 'get', `/transcripts/${id}/cues`);
    expect(body.items).toMatchObject([
      { number: 0, start: 0.1, end: 1 / 3, text: 'é 👩‍⚖️ \u2028 line' },
      { number: 1, start: 54_000.123456789, end: 54_000.2, speakerId: null },
    ]);
  });

  it('comes without JSON around it, too, and tells where it lies', async () => {
    const made = await room
      .as(room.clerk, 'post', `/recordings/${recordingId}/transcripts?language=es-419&note=As%20delivered`)
      .set('Content-Type', 'text/vtt')
      .send(VTT);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      kind: 'machine',
      language: 'es-419',
      note: 'As delivered',
      status: 'received',
      cueCount: 5,
      current: true,
      problems: [],
    });
    expect(made.headers['location']).toBe(`/api/v1/transcripts/${made.body.id}`);
    const wrong = await room
      .as(room.clerk, 'post', `/recordings/${recordingId}/transcripts`)
      .set('Content-Type', 'application/xml')
      .send('<tt/>');
    expect(wrong.status).toBe(415);
  });

  it('is refused where nobody says anything, as a file that is not what it seems', async () => {
    const path = `/recordings/${recordingId}/transcripts`;
    const empty = await room.post(path, { format: 'vtt', content: 'WEBVTT\n' });
    expect([empty.status, empty.body.code]).toEqual([422, 'TRANSCRIPT_EMPTY']);
  });

  it('says what was mended, and the line of what cannot be', async () => {
    const path = `/recordings/${recordingId}/transcripts`;
    const mended = await room.post(path, {
      format: 'vtt',
      content: 'WEBVTT\n\n00:05.000 --> 00:06.000\nlater\n\n00:01.000 --> 00:02.000\nsooner\n',
    });
    expect(mended.body.problems).toMatchObject([{ code: 'CUES_REORDERED', line: 6 }]);
    const refused = await room.post(path, {
      format: 'vtt',
      content: 'WEBVTT\n\n00:05.000 --> 00:03.000\nbackwards\n',
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'TRANSCRIPT_REFUSED',
      errors: [{ pointer: '/content', code: 'TIME_REVERSED', detail: expect.stringMatching(/^line 3: /) }],
    });
  });

  it('is refused with characters that cannot be stored, whichever way they come', async () => {
    const path = `/recordings/${recordingId}/transcripts`;
    const said = (text: string) => `WEBVTT\n\n00:00.000 --> 00:01.000\n${text}\n`;
    for (const text of ['a\0b', 'a\ud800b']) {
      const json = await room.post(path, { format: 'vtt', content: said(text) });
      expect([json.status, json.body.code]).toEqual([400, 'TEXT_NOT_STORABLE']);
    }
    const raw = await room.as(room.clerk, 'post', path).set('Content-Type', 'text/vtt').send(said('a\0b'));
    expect([raw.status, raw.body.code]).toEqual([400, 'TEXT_NOT_STORABLE']);
    const within = await room.post(path, {
      format: 'json',
      content: '{"language":null,"speakers":[],"cues":[{"start":0,"end":1,"speaker":null,"text":"\\u0000"}]}',
    });
    expect([within.status, within.body.errors[0].code]).toEqual([422, 'TEXT_NOT_STORABLE']);
  });

  it('is not taken twice under one key', async () => {
    const send = (content: string) =>
      room
        .post(`/recordings/${recordingId}/transcripts`, { format: 'vtt', content, language: 'fr' })
        .set('Idempotency-Key', 'one');
    const first = await send(VTT);
    const again = await send(VTT);
    expect(again.body).toEqual(first.body);
    expect((await send(`${VTT}\n`)).body.code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('leaves the place of the current one to it, unless it is told', async () => {
    const own = await room.recording(await room.hearing());
    const first = await room.transcript(own, VTT);
    const second = await room.transcript(own, VTT);
    const third = await room.transcript(own, VTT, { current: true });
    const { body } = await room.as(room.clerk, 'get', `/recordings/${own}/transcripts`);
    const current = (body.items as { id: string; current: boolean }[]).map(({ id, current: is }) => [id, is]);
    expect(current).toEqual([
      [first, false],
      [second, false],
      [third, true],
    ]);
    const { rows } = await room.admin.query<{ source_id: string }>(
      'select distinct source_id from search.entry where source_id = any($1)',
      [[first, second, third]],
    );
    expect(rows).toEqual([{ source_id: third }]);
  });

  it('is answered in what Accept prefers, and not again to who has it', async () => {
    const id = await room.transcript(recordingId, VTT);
    const record = await room.as(room.clerk, 'get', `/transcripts/${id}`);
    expect(record.body.cueCount).toBe(5);
    const whole = await room.as(room.clerk, 'get', `/transcripts/${id}`, undefined, { Accept: 'text/vtt' });
    expect(whole.headers['content-type']).toBe('text/vtt; charset=utf-8');
    expect(whole.headers['vary']).toContain('Accept');
    expect(whole.text).toContain('<v Ann Roe>I lived it.');
    expect(whole.headers['etag']).not.toBe(record.headers['etag']);
    const etag = etagOf(whole);
    const again = await room.as(room.clerk, 'get', `/transcripts/${id}?format=vtt`, undefined, {
      'If-None-Match': etag,
    });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await room.as(room.clerk, 'get', `/transcripts/${id}?format=pdf`)).status).toBe(400);
  });

  it('stays as it came; what is corrected is derived from it and takes its place', async () => {
    const own = await room.recording(await room.hearing());
    const machine = await room.transcript(own, VTT);
    const refused = await room.change('patch', `/transcripts/${machine}/cues/0`, { text: 'x', reason: 'y' });
    expect([refused.status, refused.body.code]).toEqual([409, 'TRANSCRIPT_IMMUTABLE']);
    const derived = await room.post(`/transcripts/${machine}/derivations`, {
      kind: 'corrected',
      reason: 'Names',
    });
    expect(derived.body).toMatchObject({
      kind: 'corrected',
      derivedFrom: machine,
      current: true,
      cueCount: 5,
    });
    expect(derived.headers['location']).toBe(`/api/v1/transcripts/${derived.body.id}`);
    const text = (id: string) => room.as(room.clerk, 'get', `/transcripts/${id}?format=json`).buffer(true);
    const [before, after] = await Promise.all([text(machine), text(derived.body.id as string)]);
    expect(after.text).toBe(before.text);
    expect((await room.as(room.clerk, 'get', `/transcripts/${machine}`)).body.current).toBe(false);
  });
});

describe('what is hidden', () => {
  it('is absent with all that hangs on it, until it and what it hangs on are posted', async () => {
    const own = await room.recording(await room.hearing());
    const id = await room.transcript(own, VTT);
    const absent = '00000000-0000-4000-8000-000000000000';
    const paths = (transcript: string) => [
      `/transcripts/${transcript}`,
      `/transcripts/${transcript}?format=vtt`,
      `/transcripts/${transcript}/cues`,
      `/transcripts/${transcript}/cues?from=3&limit=1`,
      `/transcripts/${transcript}/cues/0`,
      `/transcripts/${transcript}/speakers`,
    ];
    const bare = ({ status, body }: { status: number; body: Record<string, unknown> }) => {
      const { requestId: _id, instance: _path, ...rest } = body;
      return { status, rest };
    };
    const expectAbsent = async () => {
      for (const path of paths(id)) {
        const hidden = bare(await room.as(null, 'get', path));
        expect(hidden).toEqual(bare(await room.as(null, 'get', path.replace(id, absent))));
        expect(hidden.status).toBe(404);
      }
    };
    await expectAbsent();
    await room.status(`/transcripts/${id}`, 'posted');
    await expectAbsent();
    expect((await room.as(null, 'get', `/recordings/${own}/transcripts`)).body.code).toBe(
      'RECORDING_NOT_FOUND',
    );
    await room.status(`/recordings/${own}`, 'posted');
    for (const path of paths(id)) expect((await room.as(null, 'get', path)).status).toBe(200);
    expect((await room.as(null, 'get', `/transcripts/${id}/cues/0/edits`)).status).toBe(401);
    await room.status(`/recordings/${own}`, 'held', 'A name was said');
    await expectAbsent();
  });
});
