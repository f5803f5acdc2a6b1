import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Desk, openDesk } from './hearings.support.js';
import { clerkNamed, ownDay } from './parts.support.js';

const KINDS = [
  ['agenda', 'agenda-items', 'title'],
  ['panel', 'panels', 'title'],
  ['witness', 'witnesses', 'name'],
] as const;
const EXCEPTION = { citation: 'Gov. Code 11125.3(a)(2)', reason: 'A speaker must leave at noon.' };

describe.each(KINDS)('the %s order', (kind, part, word) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const three = async () => {
    const { id } = await desk.hearing(ownDay());
    const at = `/hearings/${id}`;
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three'])
      ids.push((await desk.make(`${at}/${part}`, { [word]: name })).id);
    return { id, at, ids: ids as [string, string, string], path: `${at}/${kind}-order` };
  };
  const tagOf = async (path: string) => (await desk.read(path, desk.clerk)).headers['etag'] as string;
  const put = (path: string, body: object, tag: string, key: string | null = desk.clerk) =>
    desk.as(key, 'put', path, body, { 'If-Match': tag });
  const listed = async (at: string) =>
    (await desk.read(`${at}/${part}`, desk.clerk)).body.items.map((item: { id: string; order: number }) => [
      item.id,
      item.order,
    ]);

  it('is put in one request, and makes places 1 to n', async () => {
    const { at, ids, path } = await three();
    const [one, two, last] = ids;
    await desk.change(`${at}/${part}/${two}`, { order: 9 });
    await desk.change(`${at}/${part}/${last}`, { order: 9 });
    const read = await desk.read(path, desk.clerk);
    expect(read.body.itemIds).toHaveLength(3);
    const answer = await put(
      path,
      { itemIds: [last, one.toUpperCase(), two] },
      read.headers['etag'] as string,
    );
    expect([answer.status, answer.body]).toEqual([200, { itemIds: [last, one, two] }]);
    expect(answer.headers['etag']).toBe(await tagOf(path));
    expect(await listed(at)).toEqual([
      [last, 1],
      [one, 2],
      [two, 3],
    ]);
    // The same again changes no record.
    const before = await tagOf(`${at}/${part}/${one}`);
    expect((await put(path, answer.body, '*')).status).toBe(200);
    expect(await tagOf(`${at}/${part}/${one}`)).toBe(before);
  });

  it('must name every one once, and nothing else', async () => {
    const { ids, path } = await three();
    const [one, two, last] = ids;
    const elsewhere = (await three()).ids[0];
    const refusals: [string[], string[]][] = [
      [[one, two], ['/itemIds LEFT_OUT']],
      [[one, two, last, one], ['/itemIds/3 DUPLICATE']],
      [[one, two, last, elsewhere], ['/itemIds/3 UNKNOWN_REFERENCE']],
      [
        [one, one, randomUUID()],
        ['/itemIds/1 DUPLICATE', '/itemIds/2 UNKNOWN_REFERENCE', '/itemIds LEFT_OUT'],
      ],
    ];
    for (const [itemIds, expected] of refusals) {
      const { status, body } = await put(path, { itemIds }, '*');
      const errors = body.errors as { pointer: string; code: string }[];
      expect([status, body.code]).toEqual([422, 'ORDER_NOT_WHOLE']);
      expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
    }
    for (const bad of [{}, { itemIds: one }, { itemIds: ['first'] }, { itemIds: ids, more: 1 }]) {
      expect((await put(path, bad, '*')).status).toBe(400);
    }
    expect((await desk.read(path, desk.clerk)).body.itemIds).toEqual(ids);
  });

  it('is another one as soon as anything comes, goes or moves, and says by whom', async () => {
    const { at, ids, path } = await three();
    const [one, two, last] = ids;
    const any = { 'If-Match': '*' };
    const acts: ((key: string) => Promise<unknown>)[] = [
      async (key) => desk.as(key, 'post', `${at}/${part}`, { [word]: 'Four' }),
      async (key) => desk.as(key, 'delete', `${at}/${part}/${one}`, undefined, any),
      async (key) => desk.as(key, 'patch', `${at}/${part}/${two}`, { order: 99 }, any),
      async (key) =>
        put(path, { itemIds: (await desk.read(path, desk.clerk)).body.itemIds.toReversed() }, '*', key),
    ];
    for (const [number, act] of acts.entries()) {
      const tag = await tagOf(path);
      await act(await clerkNamed(desk, `Clerk ${number}`));
      const late = await put(path, { itemIds: [last] }, tag);
      expect([late.status, late.body.code]).toEqual([412, 'STALE']);
      const detail = expect.stringMatching(`^changed by Clerk ${number} at 20`);
      expect(late.body.errors).toEqual([{ pointer: '/itemIds', code: 'CHANGED', detail }]);
      expect(late.headers['etag']).toBeDefined();
    }
    const tag = await tagOf(path);
    await desk.change(`${at}/${part}/${two}`, { [word]: 'Zwei' });
    expect(await tagOf(path)).toBe(tag);
    // And whoever changes one of them with a tag from before it moved is told that it moved.
    const seen = await tagOf(`${at}/${part}/${two}`);
    await put(path, { itemIds: (await desk.read(path, desk.clerk)).body.itemIds.toReversed() }, tag);
    const stale = await desk.as(desk.clerk, 'patch', `${at}/${part}/${two}`, {}, { 'If-Match': seen });
    expect(stale.body).toMatchObject({ status: 412, errors: [{ pointer: '/order' }] });
  });

  it('is the desk’s alone, asks for a tag and knows no hidden hearing', async () => {
    const { ids, path } = await three();
    const reader = await desk.bearer('clerk', ['hearings:read']);
    for (const [key, status] of [
      [null, 401],
      [desk.commissioner, 403],
      [reader, 403],
    ] as const) {
      expect((await desk.read(path, key)).status).toBe(status);
      expect((await put(path, { itemIds: ids }, '*', key)).status).toBe(status);
    }
    expect((await desk.as(desk.clerk, 'put', path, { itemIds: ids })).status).toBe(428);
    const absent = `/hearings/${randomUUID()}/${kind}-order`;
    expect((await desk.read(absent, desk.clerk)).body.code).toBe('HEARING_NOT_FOUND');
    expect((await put(absent, { itemIds: [] }, '*')).body.code).toBe('HEARING_NOT_FOUND');
  });

  it('after the notice is an exception for the agenda, and free for the others', async () => {
    const { id, at, ids, path } = await three();
    if (kind !== 'agenda') await desk.make(`${at}/agenda-items`, { title: 'Opening' });
    const [one, two, last] = ids;
    const itemIds = [two, one, last];
    const early = await put(path, { itemIds, exception: EXCEPTION }, '*');
    expect([early.status, early.body.code]).toEqual(
      kind === 'agenda' ? [422, 'EXCEPTION_NOT_TAKEN'] : [400, 'VALIDATION'],
    );
    expect((await desk.move(id, 'noticed')).status).toBe(201);
    const answer = await put(path, { itemIds }, '*');
    if (kind !== 'agenda') return expect(answer.status).toBe(200);
    expect([answer.status, answer.body.code]).toEqual([409, 'AGENDA_FROZEN']);
    expect((await put(path, { itemIds, exception: EXCEPTION }, '*')).status).toBe(200);
    const shown = (await desk.read(`${at}/${part}`)).body.items as object[];
    const again = { itemIds: [last, two, one], exception: { ...EXCEPTION, reason: 'And another at ten.' } };
    expect((await put(path, again, '*')).status).toBe(200);
    const then = (await desk.read(`${at}/${part}`)).body.items as { exception: { reason: string } }[];
    expect(then.map(({ exception }) => exception.reason)).toEqual([
      again.exception.reason,
      EXCEPTION.reason,
      EXCEPTION.reason,
    ]);
    expect(shown).toMatchObject([
      { id: two, order: 1, exception: EXCEPTION },
      { id: one, order: 2, exception: EXCEPTION },
      { id: last, order: 3, exception: null },
    ]);
  });
});
