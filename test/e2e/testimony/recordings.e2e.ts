import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRoom, type Room } from './testimony.support.js';

let room: Room;
let hearingId: string;
let recordingId: string;

beforeAll(async () => {
  room = await createRoom();
  hearingId = await room.hearing();
  recordingId = await room.recording(hearingId);
});
afterAll(() => room.close());

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
