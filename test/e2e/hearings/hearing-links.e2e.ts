import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Desk, openDesk, refusal } from './hearings.support.js';

const PAPER = {
  relation: 'document',
  title: 'Statement',
  documentType: 'Witness statement',
  format: 'PDF',
  url: 'https://example.org/statement.pdf',
} as const;

describe('links of a hearing', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  it('say what it is called and where more lies, before its notice and after', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}/links`;
    const number = await desk.make(at, { relation: 'identifier', scheme: 'us/event', identifier: '115538' });
    expect(number).toMatchObject({ order: 1, title: null, url: null, witnessId: null });
    expect((await desk.read(at)).status).toBe(404);
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    await desk.move(id, 'noticed');
    const paper = await desk.make(at, PAPER);
    const { body } = await desk.read(at);
    expect(body.items).toEqual([number, paper]);
    const changed = await desk.change(`${at}/${paper.id}`, { title: 'Corrected', order: 1 });
    expect(changed.body).toMatchObject({ ...PAPER, title: 'Corrected', order: 1 });
    expect((await desk.drop(`${at}/${number.id}`)).status).toBe(204);
    expect((await desk.read(`${at}/${number.id}`)).body.code).toBe('LINK_NOT_FOUND');
  });

  it('are as hidden as the witness they belong to', async () => {
    const { id } = await desk.hearing();
    const at = `/hearings/${id}/links`;
    const witness = await desk.make(`/hearings/${id}/witnesses`, { name: 'Ada Roe' });
    const paper = await desk.make(at, { ...PAPER, witnessId: witness.id });
    await desk.make(at, { relation: 'video', url: 'https://example.org/v' });
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    await desk.move(id, 'noticed');
    const seen = async (key: string | null) => {
      const list = await desk.as(key, 'get', at, undefined, { Prefer: 'return=total-count' });
      return [list.body.total, list.body.items.map(({ order }: { order: number }) => order)];
    };
    expect(await seen(null)).toEqual([2, [1, 2]]);
    await desk.change(`/hearings/${id}/witnesses/${witness.id}`, { status: 'declined' });
    for (const key of [null, desk.commissioner]) {
      expect(await seen(key)).toEqual([1, [1]]);
      expect(refusal(await desk.read(`${at}/${paper.id}`, key))).toEqual(
        refusal(await desk.read(`${at}/${randomUUID()}`, key)),
      );
    }
    expect(await seen(desk.clerk)).toEqual([2, [1, 2]]);
  });

  it('say something, on the web or in a number, and name a witness of the same hearing', async () => {
    const [one, other] = [await desk.hearing(), await desk.hearing()];
    const witness = await desk.make(`/hearings/${other.id}/witnesses`, { name: 'Ada Roe' });
    const put = async (body: object) =>
      (await desk.as(desk.clerk, 'post', `/hearings/${one.id}/links`, body)).body as {
        status: number;
        code: string;
        errors: { pointer: string }[];
      };
    expect(await put({ relation: 'video' })).toMatchObject({ status: 422, code: 'LINK_EMPTY' });
    expect(await put({ ...PAPER, url: 'javascript:alert(1)' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/url' }],
    });
    expect(await put({ ...PAPER, relation: 'friend' })).toMatchObject({ status: 400 });
    for (const witnessId of [witness.id, randomUUID()]) {
      expect(await put({ ...PAPER, witnessId })).toMatchObject({
        status: 422,
        errors: [{ pointer: '/witnessId' }],
      });
    }
  });
});
