import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { revisionIn } from '../../support/test-app.js';
import { createRoom, etagOf, type Room, VTT } from './testimony.support.js';

let room: Room;
let id: string;

beforeAll(async () => {
  room = await createRoom();
});
afterAll(() => room.close());

beforeEach(async () => {
  const machine = await room.transcript(await room.recording(await room.hearing()), VTT);
  const derived = await room.post(`/transcripts/${machine}/derivations`, {
    kind: 'corrected',
    reason: 'Names',
  });
  id = derived.body.id as string;
});

interface Voice {
  id: string;
  label: string;
  name: string | null;
  cueCount: number;
  seconds: number;
}

const cue = (number: number) => `/transcripts/${id}/cues/${number}`;
const etagAt = async (path: string) => etagOf(await room.as(room.clerk, 'get', path));
const correct = (number: number, ifMatch: string, change: object) =>
  room.as(room.clerk, 'patch', cue(number), { reason: 'Misheard', ...change }, { 'If-Match': ifMatch });
const speakers = async (): Promise<[Voice, Voice]> =>
  (await room.as(room.clerk, 'get', `/transcripts/${id}/speakers`)).body.items as [Voice, Voice];
const found = async (words: string) =>
  (
    await room.admin.query(
      "select 1 from search.entry where source_id = $1 and words @@ phraseto_tsquery('search.en', $2)",
      [id, words],
    )
  ).rowCount;

describe('a correction', () => {
  it('says who changed what and why, person or machine, and what stood before', async () => {
    const [, chair] = await speakers();
    const before = await etagAt(cue(3));
    const changed = await correct(3, before, { text: 'I lived there.', speakerId: chair.id, end: 13.5 });
    expect(changed.body).toEqual({
      number: 3,
      start: 11.25,
      end: 13.5,
      speakerId: chair.id,
      text: 'I lived there.',
    });
    expect(changed.headers['etag']).not.toBe(before);
    await correct(3, etagOf(changed), { text: 'I lived it.', reason: 'She did say so' });
    const history = await room.as(room.clerk, 'get', `${cue(3)}/edits`);
    expect(history.body.items).toMatchObject([
      {
        edit: 2,
        reason: 'She did say so',
        before: { text: 'I lived there.' },
        after: { text: 'I lived it.' },
      },
      {
        edit: 1,
        reason: 'Misheard',
        before: { text: 'I lived it.', speaker: 'Ann Roe', start: 11.25, end: 14 },
        after: { text: 'I lived there.', speaker: 'Chair', end: 13.5 },
        editedBy: { kind: 'person', name: 'test clerk' },
      },
    ]);
    const commissioner = await room.bearer('commissioner');
    expect((await room.as(commissioner, 'get', `${cue(3)}/edits`)).status).toBe(403);
  });

  it('is found by its new words and no more by the old', async () => {
    expect(await found('I lived it')).toBe(1);
    await correct(3, await etagAt(cue(3)), { text: 'I survived it.' });
    expect(await found('I lived it')).toBe(0);
    expect(await found('I survived it')).toBe(1);
  });

  it('on another cue at the same time is kept as well', async () => {
    const [first, second] = await Promise.all([etagAt(cue(0)), etagAt(cue(1))]);
    const answers = await Promise.all([
      correct(0, first, { text: 'Good morning, all.' }),
      correct(1, second, { text: 'The first one.' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await room.as(room.clerk, 'get', `/transcripts/${id}/cues?limit=2`);
    expect(body.items).toMatchObject([{ text: 'Good morning, all.' }, { text: 'The first one.' }]);
  });

  it('on the same cue at the same time is refused, and the words that were first can be read', async () => {
    const seen = await etagAt(cue(2));
    const answers = await Promise.all(['Anna Roe.', 'Anne Roe.'].map((text) => correct(2, seen, { text })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
    const lost = answers.find(({ status }) => status === 412);
    const won = answers.find(({ status }) => status === 200);
    expect(revisionIn(lost?.headers['etag'])).toBe(revisionIn(won?.headers['etag']));
    expect(await etagAt(cue(2))).toBe(won?.headers['etag']);
    const repeated = await correct(2, etagOf(lost), { text: 'Ann Rowe.' });
    expect(repeated.status).toBe(200);
    const { body } = await room.as(room.clerk, 'get', `${cue(2)}/edits`, undefined, {
      Prefer: 'return=total-count',
    });
    expect(body.total).toBe(2);
    expect(body.items[0].before.text).toBe(won?.body.text);
  });

  it.each([
    [{ end: 6 }, 'CUE_REVERSED'],
    [{ start: 2 }, 'CUE_OUT_OF_ORDER'],
    [{ start: 12, end: 13 }, 'CUE_OUT_OF_ORDER'],
    [{ speakerId: '00000000-0000-4000-8000-000000000000' }, 'UNKNOWN_REFERENCE'],
    [{ text: 'My name is Ann Roe.' }, 'NOTHING_CHANGED'],
  ])('with %j is refused: %s', async (change, code) => {
    const refused = await correct(2, await etagAt(cue(2)), change);
    expect([refused.status, refused.body.code]).toEqual([422, code]);
    expect((await room.as(room.clerk, 'get', `${cue(2)}/edits`)).body.items).toEqual([]);
  });

  it('needs a reason, an ETag, and a cue that is there', async () => {
    const at = await etagAt(cue(0));
    expect((await correct(0, at, { text: 'x', reason: undefined })).status).toBe(400);
    expect((await correct(0, at, { text: null })).status).toBe(400);
    expect((await room.as(room.clerk, 'patch', cue(0), { text: 'x', reason: 'y' })).status).toBe(428);
    expect((await correct(99, '*', { text: 'x' })).body.code).toBe('CUE_NOT_FOUND');
    expect((await room.as(room.clerk, 'get', `/transcripts/${id}/cues/1e0`)).status).toBe(400);
  });
});

describe('speakers', () => {
  it('are counted, and named when somebody knows who they are', async () => {
    expect(await speakers()).toMatchObject([
      { label: 'Ann Roe', cueCount: 2, seconds: 7 },
      { label: 'Chair', cueCount: 3, seconds: 6 },
    ]);
    const [ann] = await speakers();
    const path = `/transcripts/${id}/speakers/${ann.id}`;
    const stranger = await room.change('patch', path, { witnessId: ann.id });
    expect([stranger.status, stranger.body.errors[0].pointer]).toEqual([422, '/witnessId']);
    const named = await room.change('patch', path, { name: 'Anna Roe', position: 'Nurse' });
    expect(named.body).toMatchObject({ label: 'Ann Roe', name: 'Anna Roe', position: 'Nurse', cueCount: 2 });
    const nameless = await room.change('patch', path, { name: null });
    expect(nameless.body).toMatchObject({ label: 'Ann Roe', name: null, position: 'Nurse' });
    const { rows } = await room.admin.query<{ speakers: string[] }>(
      'select speakers from search.entry where source_id = $1',
      [id],
    );
    expect(rows.map((row) => row.speakers)).toEqual([['Chair']]);
  });

  it('can be divided where a machine heard one voice, and keep each cue of each', async () => {
    const [, chair] = await speakers();
    const path = `/transcripts/${id}/speakers/${chair.id}/splits`;
    const before = await etagAt(cue(4));
    const made = await room.post(path, { from: 2, to: 9, reason: 'Two voices' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ label: 'Chair 2', name: null, cueCount: 1 });
    expect(made.headers['location']).toBe(`/api/v1/transcripts/${id}/speakers/${made.body.id}`);
    expect(await etagAt(cue(4))).not.toBe(before);
    expect((await speakers()).map(({ label, cueCount }) => [label, cueCount])).toEqual([
      ['Ann Roe', 2],
      ['Chair', 2],
      ['Chair 2', 1],
    ]);
    const taken = await room.post(path, { from: 0, to: 0, label: 'Ann Roe', reason: 'x' });
    expect([taken.status, taken.body.code]).toEqual([409, 'LABEL_TAKEN']);
    const nothing = await room.post(path, { from: 2, to: 3, reason: 'x' });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'NOTHING_TO_SPLIT']);
    expect(await speakers()).toHaveLength(3);
  });

  it('can be made one, and the history says whose the cues were', async () => {
    const [ann, chair] = await speakers();
    const path = `/transcripts/${id}/speakers/merges`;
    const itself = await room.post(path, { into: ann.id, from: [ann.id], reason: 'x' });
    expect(itself.body.code).toBe('MERGE_INTO_ITSELF');
    const merged = await room.post(path, { into: ann.id, from: [chair.id], reason: 'One voice' });
    expect(merged.status).toBe(200);
    expect(merged.body).toMatchObject({ id: ann.id, cueCount: 5, seconds: 13 });
    expect(await speakers()).toHaveLength(1);
    const { body } = await room.as(room.clerk, 'get', `${cue(0)}/edits`);
    expect(body.items).toMatchObject([
      {
        reason: 'One voice',
        before: { speaker: 'Chair' },
        after: { speaker: 'Ann Roe', speakerId: ann.id },
      },
    ]);
    const gone = await room.post(path, { into: ann.id, from: [chair.id], reason: 'Again' });
    expect([gone.status, gone.body.errors[0].pointer]).toEqual([422, '/from/0']);
  });

  it('of what came in stay as they came', async () => {
    const { derivedFrom } = (await room.as(room.clerk, 'get', `/transcripts/${id}`)).body;
    const path = `/transcripts/${derivedFrom}/speakers`;
    const [first, second] = (await room.as(room.clerk, 'get', path)).body.items as [Voice, Voice];
    const answers = [
      await room.change('patch', `${path}/${first.id}`, { name: 'x' }),
      await room.post(`${path}/merges`, { into: first.id, from: [second.id], reason: 'x' }),
      await room.post(`${path}/${second.id}/splits`, { from: 0, to: 0, reason: 'x' }),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill('TRANSCRIPT_IMMUTABLE'));
  });
});
