import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Body, refusal } from '../hearings/hearings.support.js';
import { type Floor, NINE, openFloor } from './motions.support.js';

describe('motions behind closed doors', () => {
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor();
  });
  afterAll(() => floor.close());

  it('are the commission’s, without whom they concern', async () => {
    const matter = await floor.make('/matters', { title: 'A lawsuit', closed: true });
    const { hearing, items } = await floor.session(NINE, [
      { title: 'Opening' },
      { title: 'Litigation', closed: true, authority: 'Gov. Code 11126(e)(1)', matterId: matter.id },
    ]);
    await floor.recuse('Ida', matter);
    const [ida, hal] = [await floor.keyOf('Ida'), await floor.keyOf('Hal')];
    const closed = (
      await floor.propose(hearing, { agendaItemId: items[1]?.id, text: 'To settle for zwieback.' })
    ).body as Body;
    expect((await floor.vote(hearing, closed, 'aaaaannnr')).body).toMatchObject({
      closed: true,
      outcome: 'carried',
    });
    const open = (await floor.propose(hearing)).body as Body;

    const sees = async (key: string | null) => {
      const { items: found } = (await floor.read(`/hearings/${hearing.id}/motions`, key)).body;
      return found.map(({ id: motion }: Body) => motion);
    };
    expect(await sees(null)).toEqual([open.id]);
    expect(await sees(ida)).toEqual([open.id]);
    expect(await sees(hal)).toEqual([closed.id, open.id]);
    expect(await sees(floor.clerk)).toEqual([closed.id, open.id]);
    for (const key of [null, ida]) {
      const hidden = refusal(await floor.read(floor.path(hearing, closed), key));
      expect(hidden).toEqual(refusal(await floor.read(floor.path(hearing, { id: hearing.id }), key)));
    }
    expect((await floor.read(floor.path(hearing, closed), hal)).body.votes).toHaveLength(9);
    const finds = async (key: string | null) =>
      (await floor.read('/search?q=zwieback', key)).body.items.map(({ id: found }: Body) => found);
    expect(await finds(hal)).toEqual([closed.id]);
    expect(await finds(ida)).toEqual([]);
    expect(await finds(null)).toEqual([]);
  });

  it('follow their item and session behind closed doors, and the matter that it turns out to be about', async () => {
    const matter = await floor.make('/matters', { title: 'What it was about', closed: true });
    const { hearing, session: morning, items } = await floor.session(NINE, [{ title: 'A question' }]);
    const motion = (await floor.propose(hearing, { agendaItemId: items[0]?.id, text: 'To plant medlars.' }))
      .body as Body;
    const isRead = async (key: string | null) =>
      (await floor.read(floor.path(hearing, motion), key)).status === 200;
    const isFound = async () => (await floor.read('/search?q=medlars')).body.items.length === 1;
    expect(await isFound()).toBe(true);
    expect(await isRead(null)).toBe(true);
    const url = `/hearings/${hearing.id}/sessions/${morning.id}`;
    expect((await floor.change(url, { closed: true, authority: 'Gov. Code 11126(e)(1)' })).status).toBe(200);
    expect(await isRead(null)).toBe(false);
    expect(await isFound()).toBe(false);
    const key = await floor.keyOf('Gus');
    expect(await isRead(key)).toBe(true);
    await floor.make(`/commissioners/${floor.id('Gus')}/recusals`, {
      matterId: matter.id,
      reason: 'Worked there.',
    });
    expect(await isRead(key)).toBe(true);
    const item = `/hearings/${hearing.id}/agenda-items/${items[0]?.id}`;
    expect((await floor.change(item, { matterId: matter.id })).status).toBe(200);
    expect(await isRead(key)).toBe(false);
    expect((await floor.change(url, { closed: false, authority: null })).status).toBe(200);
    // In the open again: what anybody reads, a recusal takes from nobody.
    expect(await isRead(key)).toBe(true);
  });
});
