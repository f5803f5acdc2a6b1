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

  it('what an item is about under its title, and nothing more of what is closed', async () => {
    const { id } = await desk.hearing();
    const item = (more: object) => desk.make(`/hearings/${id}/agenda-items`, more);
    await item({ title: 'Opening' });
    await item({ title: 'Screening', description: 'What schools <can> see.\nAnd when.', consent: true });
    const authority = 'Gov. Code 11126(e)(1)';
    await item({ title: 'A suit', description: 'Who sues', closed: true, authority });
    const given = await give(id, { kind: 'regular' });
    expect(given.body.agenda).toEqual([
      { title: 'Opening', description: null, closed: false, authority: null, consent: false },
      {
        title: 'Screening',
        description: 'What schools <can> see.\nAnd when.',
        closed: false,
        authority: null,
        consent: true,
      },
      { title: null, description: null, closed: true, authority, consent: false },
    ]);
    expect(given.body.text).toContain(
      `1. Opening\n2. Screening (consent)\n   What schools <can> see.\n   And when.\n3. Closed session (${authority})\n`,
    );
    expect(given.body.html).toContain(
      '<li>Screening (consent)\nWhat schools &lt;can&gt; see.\nAnd when.</li>',
    );
    expect(JSON.stringify(given.body)).not.toContain('sues');
  });

  it('of a closed session, what is told by its title', async () => {
    const { id } = await desk.hearing({ kind: 'closed_session' });
    const authority = 'Gov. Code 11126(e)(1)';
    const more = { title: 'A suit', description: 'Who sues', closed: true, authority };
    await desk.make(`/hearings/${id}/agenda-items`, more);
    const given = await give(id, { kind: 'regular' });
    expect(given.body.text).toContain(`1. A suit (closed session, ${authority})\n   Who sues\n`);
  });

  it('that an item is long where the item itself says so', async () => {
    await desk.change('/commission', { legalProfile: 'bagley_keene' });
    const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');
    const { id } = await desk.hearing();
    const items = [
      { title: words(10), description: words(10) },
      { title: words(10), description: words(11) },
      { title: words(21) },
      // A dash is no word.
      { title: `${words(10)} – ${words(10)}` },
    ];
    const made: { warnings: { code: string; pointer: string }[] }[] = [];
    for (const one of items) made.push((await desk.make(`/hearings/${id}/agenda-items`, one)) as never);
    const given = await give(id, { kind: 'regular' });
    const long = (warnings: { code: string; pointer: string }[], at = '') =>
      warnings.filter(({ code }) => code === 'AGENDA_ITEM_LONG').map(({ pointer }) => at + pointer);
    const expected = made.flatMap(({ warnings }, index) => long(warnings, `/agenda/${index}`));
    expect(expected).toEqual(['/agenda/1/description', '/agenda/2/title']);
    expect(long(given.body.warnings)).toEqual(expected);
  });
});
