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
