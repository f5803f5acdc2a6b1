import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRoom, type Room, VTT } from '../testimony/testimony.support.js';

interface Found {
  readonly kind: string;
  readonly title: string;
  readonly self: string;
}

describe('what hangs on a hearing, in search', () => {
  let room: Room;

  beforeAll(async () => {
    room = await createRoom();
  });
  afterAll(() => room.close());

  const found = async (query: string, key: string | null = null): Promise<Found[]> => {
    const { body } = await room.as(key, 'get', `/search?q=${encodeURIComponent(query)}`);
    return (body.items as { kind: string; title: string; links: { self: string } }[]).map(
      ({ kind, title, links }) => ({ kind, title, self: links.self }),
    );
  };

  it('is a panel by its title, as far as it is read', async () => {
    const hearing = await room.hearing('public');
    const path = `/hearings/${hearing}/panels`;
    const { body: panel } = await room.post(path, { title: 'What shelters know' });
    const self = `/api/v1${path}/${panel.id}`;
    expect(await found('shelters')).toEqual([{ kind: 'panel', title: 'What shelters know', self }]);
    await room.change('patch', `${path}/${panel.id}`, { title: 'What hospitals know' });
    expect(await found('shelters')).toEqual([]);
    expect(await found('hospitals')).toHaveLength(1);
    const closed = { title: 'Personnel', closed: true, authority: 'Gov. Code 11126(a)(1)' };
    const { body: item } = await room.post(`/hearings/${hearing}/agenda-items`, closed);
    await room.change('patch', `${path}/${panel.id}`, { agendaItemId: item.id });
    expect(await found('hospitals')).toEqual([]);
    expect(await found('hospitals', room.clerk)).toHaveLength(1);
    const draft = await room.hearing('desk');
    await room.post(`/hearings/${draft}/panels`, { title: 'Nobody hears of dogs' });
    expect(await found('dogs')).toEqual([]);
    expect(await found('dogs', room.clerk)).toHaveLength(1);
  });

  it('stands under the new title of a hearing that was renamed, and is stemmed in its language', async () => {
    const hearing = await room.hearing('desk');
    await room.post(`/hearings/${hearing}/panels`, { title: 'Las escuelas' });
    const recording = await room.recording(hearing);
    await room.status(`/recordings/${recording}`, 'posted');
    const transcript = await room.transcript(recording, VTT);
    await room.status(`/transcripts/${transcript}`, 'posted');
    const passage = { kind: 'passage', self: expect.stringContaining(transcript) };
    expect(await found('witness please', room.clerk)).toMatchObject([{ ...passage, title: 'A hearing' }]);
    const changed = await room.change('patch', `/hearings/${hearing}`, {
      title: 'A hearing, renamed',
      language: 'es',
    });
    expect(changed.status).toBe(200);
    expect(await found('witness please', room.clerk)).toMatchObject([
      { ...passage, title: 'A hearing, renamed' },
    ]);
    expect((await found('escuela', room.clerk)).map(({ kind }) => kind)).toEqual(['panel']);
    // Nobody renames what is not theirs.
    await room.admin.query('begin');
    await room.admin.query('set local role hearth_staff');
    await expect(room.admin.query('select search.retitle($1, $2)', [hearing, 'x'])).rejects.toThrow(
      'no such record',
    );
    await room.admin.query('rollback');
  });
});
