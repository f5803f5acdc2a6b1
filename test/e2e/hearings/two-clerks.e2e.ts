import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type supertest from 'supertest';
import { type Desk, openDesk } from './hearings.support.js';
import { clerkNamed } from './parts.support.js';

const ROUNDS = 30;

interface Item {
  readonly id: string;
  readonly title: string;
}
type Agenda = readonly Item[];

/** What a clerk has before them, perhaps no longer true: the agenda, and the tags to change it by. */
interface View {
  agenda: Agenda;
  order: string;
  tags: Map<string, string>;
}

/** One request: how it is sent, and what it makes of an agenda; null: it cannot have been taken there. */
interface Act {
  readonly subject: string;
  readonly send: () => supertest.Test;
  readonly made: (before: Agenda, answer: { id: string }) => Agenda | null;
}

/** Small and seeded, so that a failure comes again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('two clerks at one agenda at once', () => {
  let desk: Desk;
  const clerks: { name: string; key: string }[] = [];

  beforeAll(async () => {
    desk = await openDesk();
    for (const name of ['Ada', 'Ben']) clerks.push({ name, key: await clerkNamed(desk, name) });
  });
  afterAll(() => desk.close());

  it.each([1, 2, 3])('lose nothing that was taken, and each 412 says who and what (%i)', async (seed) => {
    const roll = dice(seed);
    const at = `/hearings/${(await desk.hearing()).id}`;
    const items = `${at}/agenda-items`;
    const orderPath = `${at}/agenda-order`;
    let count = 0;
    const next = (who: string) => `${who} ${seed}.${count++}`;

    const agendaNow = async (): Promise<Agenda> => {
      const { body } = await desk.read(`${items}?limit=250`, desk.clerk);
      return (body.items as Item[]).map(({ id, title }) => ({ id, title }));
    };
    const tagOf = async (path: string) => (await desk.read(path, desk.clerk)).headers['etag'] as string;
    const look = async (agenda: Agenda): Promise<View> => {
      const tags = agenda.map(async ({ id }) => [id, await tagOf(`${items}/${id}`)] as const);
      return { agenda, order: await tagOf(orderPath), tags: new Map(await Promise.all(tags)) };
    };

    const actOf = ({ name, key }: { name: string; key: string }, view: View): Act => {
      const item = view.agenda[roll(view.agenda.length)];
      const tag = { 'If-Match': (item && view.tags.get(item.id)) ?? '"none"' };
      const kind = roll(8);
      if (!item || kind === 0) {
        const title = next(name);
        return {
          subject: 'new',
          send: () => desk.as(key, 'post', items, { title }),
          made: (before, { id }) => [...before, { id, title }],
        };
      }
      if (kind === 1) {
        return {
          subject: item.id,
          send: () => desk.as(key, 'delete', `${items}/${item.id}`, undefined, tag),
          // Nobody deletes what they have not seen.
          made: (before) => (has(before, item) ? before.filter(({ id }) => id !== item.id) : null),
        };
      }
      if (kind < 5) {
        const title = next(name);
        return {
          subject: item.id,
          send: () => desk.as(key, 'patch', `${items}/${item.id}`, { title }, tag),
          // Nobody writes over what they have not seen.
          made: (before) =>
            has(before, item) ? before.map((one) => (one.id === item.id ? { ...one, title } : one)) : null,
        };
      }
      const wanted = view.agenda.map(({ id }) => id);
      wanted.unshift(...wanted.splice(roll(wanted.length), 1));
      return {
        subject: 'order',
        send: () => desk.as(key, 'put', orderPath, { itemIds: wanted }, { 'If-Match': view.order }),
        made: (before) =>
          before.map(({ id }) => id).join() === view.agenda.map(({ id }) => id).join()
            ? wanted.map((id) => before.find((one) => one.id === id)!)
            : null,
      };
    };

    for (const title of ['Opening', 'First', 'Second', 'Third']) await desk.make(items, { title });
    const start = await look(await agendaNow());
    const views = clerks.map(() => start);
    let truth = start.agenda;
    const tally = { taken: 0, stale: 0, gone: 0 };

    for (let round = 0; round < ROUNDS; round++) {
      const acts = clerks.flatMap((clerk, at) => [actOf(clerk, views[at]!), actOf(clerk, views[at]!)]);
      const answers = await Promise.all(acts.map((act) => act.send()));
      const taken = acts.flatMap((act, at) => {
        const { status, body } = answers[at]!;
        if (status === 412) {
          tally.stale += 1;
          expect(body.code).toBe('STALE');
          for (const { pointer, code, detail } of body.errors) {
            expect(code).toBe('CHANGED');
            expect(detail).toMatch(/^changed by (Ada|Ben|test clerk) at 20/);
            expect(act.subject === 'order' ? ['/itemIds'] : ['/title', '/order']).toContain(pointer);
          }
          expect(body.errors.length).toBeGreaterThan(0);
          return [];
        }
        if (status === 404) {
          tally.gone += 1;
          return [];
        }
        expect([200, 201, 204]).toContain(status);
        tally.taken += 1;
        return [(before: Agenda) => act.made(before, body as { id: string })];
      });
      const after = await agendaNow();
      // Some order of what was taken, one after the other, explains what there is now.
      const possible = outcomes(truth, taken).map((agenda) => JSON.stringify(agenda));
      expect(possible).toContain(JSON.stringify(after));
      truth = after;
      for (const at of views.keys()) if (roll(2) === 0) views[at] = await look(after);
    }
    expect(tally.taken).toBeGreaterThan(ROUNDS / 2);
    expect(tally.stale).toBeGreaterThan(ROUNDS / 2);
  });

  it('are told the name of the other, and what they did', async () => {
    const [ada, ben] = clerks as [(typeof clerks)[number], (typeof clerks)[number]];
    const at = `/hearings/${(await desk.hearing()).id}`;
    const one = await desk.make(`${at}/agenda-items`, { title: 'One' });
    await desk.make(`${at}/agenda-items`, { title: 'Two' });
    const path = `${at}/agenda-items/${one.id}`;
    const tag = async (of: string) => (await desk.read(of, desk.clerk)).headers['etag'] as string;
    const [item, order] = [await tag(path), await tag(`${at}/agenda-order`)];
    const itemIds = (await desk.read(`${at}/agenda-order`, desk.clerk)).body.itemIds as string[];
    await desk.as(ada.key, 'patch', path, { description: 'By Ada' }, { 'If-Match': item });
    const edit = await desk.as(ben.key, 'patch', path, { description: 'By Ben' }, { 'If-Match': item });
    expect(edit.body.errors).toMatchObject([
      { pointer: '/description', detail: expect.stringContaining('by Ada at') },
    ]);
    await desk.as(
      ben.key,
      'put',
      `${at}/agenda-order`,
      { itemIds: itemIds.toReversed() },
      { 'If-Match': order },
    );
    const late = await desk.as(ada.key, 'put', `${at}/agenda-order`, { itemIds }, { 'If-Match': order });
    expect(late.body.errors).toMatchObject([
      { pointer: '/itemIds', detail: expect.stringContaining('by Ben at') },
    ]);
    const moved = await desk.as(ada.key, 'patch', path, {}, { 'If-Match': edit.headers['etag'] as string });
    expect(moved.body.errors).toMatchObject([
      { pointer: '/order', detail: expect.stringContaining('by Ben at') },
    ]);
  });
});

const has = (agenda: Agenda, { id, title }: Item): boolean =>
  agenda.some((one) => one.id === id && one.title === title);

type Step = (before: Agenda) => Agenda | null;

/** Every agenda that the steps, each once, can lead to. */
function outcomes(from: Agenda, steps: readonly Step[]): Agenda[] {
  if (steps.length === 0) return [from];
  return steps.flatMap((step, at) => {
    const after = step(from);
    return after ? outcomes(after, steps.toSpliced(at, 1)) : [];
  });
}
