import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Body, type Desk, openDesk } from '../hearings/hearings.support.js';
import { together } from './barrier.js';

describe('a sector that ends', () => {
  let desk: Desk;
  let sector: Body;
  let made = 0;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());
  beforeEach(async () => {
    sector = await desk.make('/sectors', { key: `sector-${(made += 1)}`, name: 'Sector' });
  });

  const seat = (more: object = {}) =>
    desk.make('/posts', {
      kind: 'seat',
      label: 'Seat',
      startsOn: '2015-07-01',
      sectorId: sector.id,
      ...more,
    });
  const end = (endedOn: string | null) => desk.change(`/sectors/${sector.id}`, { endedOn });

  it('ends after its seats: each in the way is named', async () => {
    const [open, late, early] = [
      await seat({ label: 'A' }),
      await seat({ label: 'B', endsOn: '2016-07-01' }),
      await seat({ label: 'C', endsOn: '2016-06-30' }),
    ];
    const refused = await end('2016-06-30');
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'SECTOR_IN_USE',
      errors: [open, late].map(({ id }) => ({
        pointer: '/endedOn',
        code: 'SECTOR_IN_USE',
        detail: expect.stringContaining(id),
      })),
    });
    expect(JSON.stringify(refused.body)).not.toContain(early.id);
    expect((await desk.read(`/sectors/${sector.id}`)).body.endedOn).toBeNull();

    await desk.change(`/posts/${open.id}`, { endsOn: '2016-06-30' });
    await desk.change(`/posts/${late.id}`, { sectorId: null });
    expect((await end('2016-06-30')).body.endedOn).toBe('2016-06-30');
    // What ended is described anew as ever, and may have ended later; not earlier than its seats.
    expect((await desk.change(`/sectors/${sector.id}`, { description: 'Once.' })).status).toBe(200);
    expect((await end('2016-06-29')).body.code).toBe('SECTOR_IN_USE');
    expect((await end('2016-12-31')).status).toBe(200);
    expect((await end(null)).body.endedOn).toBeNull();
  });

  it('leaves nobody sitting for it: the term ends before the seat, the seat before the sector', async () => {
    const { id: postId } = await seat();
    const member = await desk.make('/commissioners', {
      person: { name: 'Ann', listed: true },
      postId,
      startsOn: '2015-09-01',
    });
    const term = (member['seat'] as { termId: string }).termId;
    expect((await end('2016-06-30')).body.code).toBe('SECTOR_IN_USE');
    expect((await desk.change(`/posts/${postId}`, { endsOn: '2016-06-30' })).body.code).toBe('POST_FILLED');
    const path = `/commissioners/${member.id}/terms/${term}`;
    expect((await desk.change(path, { endsOn: '2016-06-30' })).status).toBe(200);
    expect((await desk.change(`/posts/${postId}`, { endsOn: '2016-06-30' })).status).toBe(200);
    expect((await end('2016-06-30')).status).toBe(200);

    const again = await desk.as(desk.clerk, 'post', `/commissioners/${member.id}/terms`, {
      postId,
      startsOn: '2016-07-01',
    });
    expect([again.status, again.body.code]).toEqual([422, 'SECTOR_ENDED']);
    expect((await desk.change(`/posts/${postId}`, { endsOn: null })).body).toMatchObject({
      code: 'SECTOR_ENDED',
      errors: [{ pointer: '/endsOn' }],
    });
    const provide = (endsOn: string | null) =>
      desk.as(desk.clerk, 'post', '/posts', {
        kind: 'seat',
        label: 'Late',
        startsOn: '2016-01-01',
        sectorId: sector.id,
        endsOn,
      });
    expect((await provide('2016-07-01')).body).toMatchObject({
      code: 'SECTOR_ENDED',
      errors: [{ pointer: '/endsOn' }],
    });
    expect((await provide(null)).body.code).toBe('SECTOR_ENDED');
    expect((await provide('2016-06-30')).status).toBe(201);
  });

  it('and a seat for it, at once: one of the two is refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      sector = await desk.make('/sectors', { key: `race-${round}`, name: 'Race' });
      const ending = () =>
        desk.as(desk.clerk, 'patch', `/sectors/${sector.id}`, { endedOn: '2016-06-30' }, { 'If-Match': '*' });
      const providing = () =>
        desk.as(desk.clerk, 'post', '/posts', {
          kind: 'seat',
          label: 'Race',
          startsOn: '2015-07-01',
          sectorId: sector.id,
        });
      const requests = round % 2 === 0 ? [ending, providing] : [providing, ending];
      const answers = await together(
        desk,
        `select from sector where id = '${sector.id}' for update`,
        requests,
      );
      const codes = answers.map(({ status, body }) => (body.code as string | undefined) ?? String(status));
      expect([
        ['200', 'SECTOR_ENDED'],
        ['201', 'SECTOR_IN_USE'],
      ]).toContainEqual(codes.toSorted());
    }
  });
});
