import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Body, type Desk, openDesk } from './hearings.support.js';

describe('a notice tells', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const planned = async (): Promise<string> => {
    const { id } = await desk.hearing();
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    return id;
  };
  const give = (id: string, body: object) => desk.as(desk.clerk, 'post', `/hearings/${id}/notices`, body);
  const told = ['All members', 'Everybody who asked for notices'];

  it('who was told, at the step that it makes too', async () => {
    const id = await planned();
    const given = await give(id, { kind: 'regular', told });
    expect([given.status, given.body.told]).toEqual([201, told]);
    const steps = (await desk.read(`/hearings/${id}/status-changes`)).body.items as Body[];
    expect(steps.map((step) => step.told)).toEqual([[], told]);
  });

  it('who was told of a change, which is no step', async () => {
    const { id } = await desk.noticed();
    const exception = { citation: 'Gov. Code 11125.3(a)(1)', reason: 'A fire.' };
    const changed = await give(id, { kind: 'change', exception, told });
    expect([changed.status, changed.body.told]).toEqual([201, told]);
    const { items } = (await desk.read(`/hearings/${id}/notices`)).body as { items: Body[] };
    expect(items.map((notice) => notice.told)).toEqual([[], told]);
    expect((await desk.read(`/hearings/${id}/notices/${changed.body.id}`)).body.told).toEqual(told);
  });

  it('who was told at a change of status', async () => {
    const { id } = await desk.noticed();
    expect((await desk.move(id, 'postponed', { reason: 'smoke', told })).status).toBe(201);
    const { items } = (await desk.read(`/hearings/${id}/notices`)).body as { items: Body[] };
    expect(items.map((notice) => notice.told)).toEqual([[], told]);
  });

  it('no names that are too long, too many or none', async () => {
    const id = await planned();
    for (const wrong of ['x', [''], [1], null, ['x'.repeat(201)], Array.from({ length: 51 }, () => 'x')]) {
      expect([wrong, (await give(id, { kind: 'regular', told: wrong })).status]).toEqual([wrong, 400]);
    }
  });
});
