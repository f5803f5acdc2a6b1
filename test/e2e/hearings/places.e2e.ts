import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { begun, type Desk, hoursFromNow, openDesk, refusal } from './hearings.support.js';

const LINK = { kind: 'remote', name: 'Online', url: 'https://meet.example.org/1' } as const;
const AWAY = { kind: 'teleconference', name: 'County Building', address: '5 Oak Street, Fresno' } as const;

describe('the places of a hearing', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const placesOf = async (id: string, key: string | null): Promise<unknown[]> =>
    ((await desk.read(`/hearings/${id}/places`, key)).body.items as { name: string }[]).map(
      ({ name }) => name,
    );

  it('are kept with all that is told of them, in their order', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}/places`;
    const room = await desk.make(at, {
      kind: 'room',
      name: 'Overflow room',
      room: 'Room 114',
      accessibility: 'A loop.',
      parking: 'In the yard.',
      publicAccess: true,
      note: 'Sound and picture.',
    });
    expect(room).toEqual({
      id: room.id,
      order: 1,
      kind: 'room',
      name: 'Overflow room',
      room: 'Room 114',
      address: null,
      accessibility: 'A loop.',
      parking: 'In the yard.',
      url: null,
      dialIn: null,
      publicAccess: true,
      closed: false,
      withdrawn: false,
      note: 'Sound and picture.',
      changes: [],
    });
    const link = await desk.make(at, { ...LINK, order: 1 });
    await desk.change(`${at}/${room.id}`, { order: 2 });
    expect(await placesOf(id, desk.clerk)).toEqual(['Online', 'Overflow room']);
    expect((await desk.read(`${at}/${link.id}`, desk.clerk)).body).toEqual(link);
    expect((await desk.drop(`${at}/${room.id}`)).status).toBe(204);
    expect(await placesOf(id, desk.clerk)).toEqual(['Online']);
  });

  it.each([
    ['a kind', { ...LINK, kind: 'ship' }, 400, '/kind'],
    ['http', { ...LINK, url: 'http://meet.example.org/1' }, 400, '/url'],
    ['a password in a link', { ...LINK, url: 'https://me:you@meet.example.org/1' }, 400, '/url'],
    [
      'capital HTTPS, which the database does not take',
      { ...LINK, url: 'HTTPS://meet.example.org' },
      400,
      '/url',
    ],
    ['null for whether people may come', { ...LINK, publicAccess: null }, 400, '/publicAccess'],
    ['to be made as withdrawn', { ...LINK, withdrawn: true }, 400, '/withdrawn'],
    ['a link without a link', { kind: 'remote', name: 'Online' }, 422, '/url'],
    ['a location without its address', { kind: 'teleconference', name: 'Fresno' }, 422, '/address'],
    ['a reason before the notice', { ...LINK, reason: 'so' }, 422, '/reason'],
  ])('refuse %s', async (_, body, status, pointer) => {
    const { id } = await desk.hearing();
    const answer = await desk.as(desk.clerk, 'post', `/hearings/${id}/places`, body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer]);
  });

  it('go by telephone where there is no link', async () => {
    const { id } = await desk.hearing();
    const place = await desk.make(`/hearings/${id}/places`, {
      kind: 'remote',
      name: 'Telephone',
      dialIn: '+1 555 0100',
    });
    const answer = await desk.change(`/hearings/${id}/places/${place.id}`, { dialIn: null });
    expect([answer.status, answer.body.code]).toEqual([422, 'LINK_REQUIRED']);
  });

  it('stay as the notice told them, or change with a reason that stays with them', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}/places`;
    const { id: placeId } = await desk.make(at, AWAY);
    const path = `${at}/${placeId}`;
    expect((await desk.change(path, { withdrawn: true })).body.code).toBe('HEARING_NOT_NOTICED');
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    expect((await desk.move(id, 'noticed')).status).toBe(201);

    for (const change of [
      { name: 'Annex' },
      { room: '3' },
      { address: 'elsewhere' },
      { kind: 'room' },
      { url: LINK.url },
      { dialIn: '+1 555 0100' },
      { publicAccess: false },
      { closed: true },
      { withdrawn: true },
    ]) {
      const answer = await desk.change(path, change);
      expect([change, answer.status, answer.body.code]).toEqual([change, 422, 'REASON_REQUIRED']);
    }
    const added = await desk.as(desk.clerk, 'post', at, LINK);
    expect([added.status, added.body.code]).toEqual([422, 'REASON_REQUIRED']);
    expect((await desk.drop(path)).body.code).toBe('HEARING_NOTICED');

    // What sends nobody elsewhere needs no reason.
    expect((await desk.change(path, { note: 'Ring twice.', parking: 'None.' })).body.changes).toEqual([]);
    const moved = await desk.change(path, { address: '7 Oak Street, Fresno', reason: 'A burst pipe.' });
    expect(moved.body.changes).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        reason: 'A burst pipe.',
        fields: ['address'],
        before: { name: AWAY.name, room: null, address: AWAY.address, url: null, dialIn: null },
      },
    ]);
    const givenUp = await desk.change(path, { withdrawn: true, reason: 'Nobody can open it.' });
    expect(givenUp.body.changes).toHaveLength(2);
    const late = await desk.make(at, { ...LINK, reason: 'In place of Fresno.' });
    expect(late['changes']).toMatchObject([{ reason: 'In place of Fresno.', fields: [], before: null }]);
    const seen = (await desk.read(at)).body.items;
    expect(seen[0].changes).toEqual(givenUp.body.changes);
    expect([seen[0].withdrawn, seen[1].url]).toEqual([true, LINK.url]);
  });

  it('that change after notice give notice of it by themselves, and calendars ask again', async () => {
    await desk.change('/commission', { legalProfile: 'bagley_keene' });
    const { id } = await desk.hearing();
    const at = `/hearings/${id}/places`;
    const { id: placeId } = await desk.make(at, { ...AWAY, address: '1 Elm Street, Fresno' });
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    expect((await desk.read(`/hearings/${id}`, desk.clerk)).body.sequence).toBe(0);
    expect((await desk.move(id, 'noticed')).status).toBe(201);
    const told = async () => {
      const { body } = await desk.read(`/hearings/${id}/notices`);
      const all = body.items as { id: string; kind: string; late: boolean }[];
      const { id: last, kind, late } = all.at(-1)!;
      const { text } = await desk.read(`/hearings/${id}/notices/${last}?format=text`);
      const { sequence } = (await desk.read(`/hearings/${id}`)).body as { sequence: number };
      return { kind, late, text, sequence };
    };
    const first = await told();
    expect(first).toMatchObject({ kind: 'regular', sequence: 1 });

    const tag = (await desk.read(`/hearings/${id}`, desk.clerk)).headers['etag'] as string;
    await desk.change(`${at}/${placeId}`, { address: '7 Elm Street, Fresno', reason: 'A burst pipe.' });
    const moved = await told();
    expect(moved).toMatchObject({ kind: 'change', late: false, sequence: 2 });
    expect(moved.text).toContain(
      'Moved: County Building, 7 Elm Street, Fresno, instead of County Building, 1 Elm Street, Fresno',
    );
    expect(moved.text).toContain('A burst pipe.');
    const stale = await desk.as(desk.clerk, 'patch', `/hearings/${id}`, { title: 'x' }, { 'If-Match': tag });
    expect([stale.status, stale.body.errors]).toMatchObject([412, [{ pointer: '/places' }]]);

    const link = { ...LINK, url: 'https://meet.example.org/9' };
    const added = await desk.make(at, { ...link, reason: 'For Fresno.' });
    expect((await told()).text).toContain('Added: Online, https://meet.example.org/9');
    await desk.change(`${at}/${placeId}`, { withdrawn: true, reason: 'Nobody can open it.' });
    const { text, sequence } = await told();
    expect([text.split('County Building').length, sequence]).toEqual([2, 4]);
    expect(text).toContain('Given up: County Building, 7 Elm Street, Fresno');

    // Nobody is sent elsewhere, and nobody was told of a closed room.
    await desk.change(`${at}/${added.id}`, { note: 'x', reason: 'A note.' });
    const counsel = { kind: 'room', name: 'Counsel', room: '9', closed: true, reason: 'Counsel asked.' };
    const room = await desk.make(at, counsel);
    await desk.change(`${at}/${room.id}`, { room: '10', reason: 'Too small.' });
    expect(await told()).toEqual({ kind: 'change', late: false, text, sequence });
    expect((await desk.change(`${at}/${room.id}`, { closed: false, reason: 'Open now.' })).status).toBe(200);
    const opened = await told();
    expect([opened.sequence, opened.text.includes('Added: Counsel, 10')]).toEqual([5, true]);
  });

  it('that change after the deadline are told of late, and after the start not at all', async () => {
    const soon = await desk.hearing({ startsAt: hoursFromNow(48) });
    await desk.make(`/hearings/${soon.id}/agenda-items`, { title: 'Opening' });
    const exception = { citation: 'Gov. Code 11125.3(a)(1)', reason: 'A fire.' };
    expect((await desk.move(soon.id, 'noticed', { exception })).status).toBe(201);
    const kinds = async (id: string) =>
      (await desk.read(`/hearings/${id}/notices`)).body.items.map(
        ({ kind, late, exception: stood }: { kind: string; late: boolean; exception: object | null }) => [
          kind,
          late,
          stood !== null,
        ],
      );
    const link = { ...LINK, url: 'https://meet.example.org/10', reason: 'For those far away.' };
    await desk.make(`/hearings/${soon.id}/places`, link);
    expect(await kinds(soon.id)).toEqual([
      ['regular', true, true],
      ['change', true, false],
    ]);
    const over = await desk.noticed(begun());
    await desk.make(`/hearings/${over.id}/places`, { ...link, url: 'https://meet.example.org/11' });
    expect(await kinds(over.id)).toEqual([['regular', false, false]]);
  });

  it('go no further than their hearing; the room of a closed session stays in the chamber', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}/places`;
    await desk.make(at, { kind: 'room', name: 'Counsel', room: '9', closed: true });
    const open = await desk.make(at, { ...LINK, url: 'https://meet.example.org/2' });
    for (const key of [null, desk.commissioner]) {
      const hidden = refusal(await desk.read(`${at}/${open.id}`, key));
      const absent = `/hearings/${randomUUID()}/places/${open.id}`;
      expect(hidden).toEqual(refusal(await desk.read(absent, key)));
      expect((await desk.read(at, key)).status).toBe(404);
    }
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    await desk.move(id, 'noticed');
    expect(await placesOf(id, null)).toEqual(['Online']);
    expect((await desk.read(at)).body.items[0].order).toBe(1);
    expect(await placesOf(id, desk.commissioner)).toEqual(['Counsel', 'Online']);

    // What was told while it was closed does not come along when it opens.
    const closed = `${at}/${((await desk.read(at, desk.clerk)).body.items as { id: string }[])[0]?.id}`;
    await desk.change(closed, { room: '10', reason: 'Counsel asked for a window.' });
    await desk.change(closed, { closed: false, reason: 'Open to all now.' });
    const shown = (await desk.read(closed)).body;
    expect(shown.changes).toMatchObject([{ reason: 'Open to all now.', before: null }]);
    expect(JSON.stringify(shown)).not.toContain('Counsel asked');
  });

  it('are written by clerks alone, with the tag of now, once for one key', async () => {
    const { id } = await desk.noticed();
    const at = `/hearings/${id}/places`;
    expect((await desk.as(null, 'post', at, LINK)).status).toBe(401);
    expect((await desk.as(desk.commissioner, 'post', at, LINK)).status).toBe(403);
    const reader = await desk.bearer('clerk', ['hearings:read']);
    expect((await desk.as(reader, 'post', at, LINK)).status).toBe(403);
    const body = { ...LINK, url: 'https://meet.example.org/3', reason: 'Asked for.' };
    const send = () => desk.as(desk.clerk, 'post', at, body, { 'Idempotency-Key': 'twice' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    const path = `${at}/${first.body.id}`;
    expect(first.headers['location']).toBe(`/api/v1${path}`);
    expect((await desk.as(desk.clerk, 'patch', path, { note: 'x' })).status).toBe(428);
    await desk.change(path, { note: 'y' });
    const stale = await desk.as(
      desk.clerk,
      'patch',
      path,
      { note: 'z' },
      { 'If-Match': first.headers['etag'] as string },
    );
    expect([stale.status, stale.body.errors]).toMatchObject([412, [{ pointer: '/note', code: 'CHANGED' }]]);
  });
});
