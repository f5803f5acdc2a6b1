import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRoom, VTT, type Room } from '../testimony/testimony.support.js';

const TIMES = 10;

describe('what is hidden while something beside it is written', () => {
  let room: Room;
  beforeAll(async () => {
    room = await createRoom();
  });
  afterAll(() => room.close());

  /** A posted transcript with a testimony that is yet to be posted. */
  const scene = async () => {
    const hearing = await room.hearing();
    const recording = await room.recording(hearing);
    await room.status(`/recordings/${recording}`, 'posted');
    const transcript = await room.transcript(recording, VTT);
    await room.status(`/transcripts/${transcript}`, 'posted');
    const made = await room.post('/testimonies', {
      form: 'recorded',
      hearingId: hearing,
      name: 'Ann Roe',
      position: 'for',
    });
    const testimony = `/testimonies/${(made.body as { id: string }).id}`;
    await room.change(
      'put',
      `${testimony}/recording`,
      { recordingId: recording, start: 7, end: 14 },
      testimony,
    );
    return { hearing, transcript, testimony };
  };
  /** The two may wait for each other; then the database ends one of them, which its caller repeats. */
  const hide = async (hearing: string): Promise<void> => {
    const text = `update hearing set own_opens_at = '2100-01-01' where id = $1`;
    await room.admin.query(text, [hearing]).catch((error: { code?: string }) => {
      if (error.code !== '40P01') throw error;
      return hide(hearing);
    });
  };
  const publicEntries = async (id: string): Promise<number> =>
    (await room.admin.query('select from search.entry_public where source_id = $1', [id])).rowCount ?? 0;

  it('is gone from search when a transcript is retracted beside a posting', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const { transcript, testimony } = await scene();
      const [, retracted] = await Promise.all([
        room.post(`${testimony}/status-changes`, { to: 'posted' }),
        room.post(`/transcripts/${transcript}/status-changes`, {
          to: 'retracted',
          reason: 'A name was said',
        }),
      ]);
      expect(retracted.status).toBe(201);
      expect(await publicEntries(transcript)).toBe(0);
    }
  }, 60_000);

  it('is gone from search when a hearing is hidden beside a posting', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const { hearing, transcript, testimony } = await scene();
      await Promise.all([room.post(`${testimony}/status-changes`, { to: 'posted' }), hide(hearing)]);
      expect(await publicEntries(transcript)).toBe(0);
      expect(await publicEntries(testimony.slice('/testimonies/'.length))).toBe(0);
    }
  }, 60_000);
});
