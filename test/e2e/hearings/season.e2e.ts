import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '#src/foundation/database/index.js';
import { type Body, type Desk, openDesk, refusal } from './hearings.support.js';

const SUMMITS = {
  label: 'Regional summits',
  kind: 'regional_summit',
  promised: 6,
  dueOn: '2031-12-31',
} as const;

interface Season extends Body {
  readonly plan: readonly (Body & { readonly label: string })[];
  readonly kinds: readonly (Body & { readonly kind: string })[];
  readonly zones: readonly (Body & { readonly number: number })[];
  readonly sectors: readonly (Body & { readonly key: string })[];
  readonly languages: readonly { readonly language: string; readonly hearings: number }[];
  readonly hearings: readonly Body[];
  readonly total: number;
}

describe('the plan', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const PLAN = '/commission/plan-items';

  it('is set by a clerk and read by anybody', async () => {
    const made = await desk.make(PLAN, SUMMITS);
    expect(made).toEqual({ id: made.id, held: null, note: null, ...SUMMITS });
    const one = await desk.read(`${PLAN}/${made.id}`);
    expect(one.body).toEqual(made);
    expect((await desk.read(PLAN)).body.items).toEqual([made]);
    const changed = await desk.change(`${PLAN}/${made.id}`, { promised: 7, note: 'As the board said.' });
    expect(changed.body).toEqual({ ...made, promised: 7, note: 'As the board said.' });
    expect((await desk.drop(`${PLAN}/${made.id}`)).status).toBe(204);
    expect((await desk.read(`${PLAN}/${made.id}`)).body.code).toBe('PLAN_ITEM_NOT_FOUND');
    expect((await desk.read(PLAN)).body.items).toEqual([]);
  });

  it('is no one else’s to set', async () => {
    const made = await desk.make(PLAN, SUMMITS);
    const scoped = await desk.bearer('clerk', ['hearings:write', 'hearings:read']);
    const tag = { 'If-Match': '*' };
    for (const [key, status] of [
      [null, 401],
      [desk.commissioner, 403],
      [scoped, 403],
    ] as const) {
      expect((await desk.as(key, 'post', PLAN, SUMMITS)).status).toBe(status);
      expect((await desk.as(key, 'patch', `${PLAN}/${made.id}`, {}, tag)).status).toBe(status);
      expect((await desk.as(key, 'delete', `${PLAN}/${made.id}`, undefined, tag)).status).toBe(status);
    }
    await desk.drop(`${PLAN}/${made.id}`);
  });

  it('is changed only by who has seen it as it is, and made once however often it is sent', async () => {
    const send = (body: object) => desk.as(desk.clerk, 'post', PLAN, body, { 'Idempotency-Key': 'plan-1' });
    const [one, two] = await Promise.all([send(SUMMITS), send(SUMMITS)]);
    const replay = await send(SUMMITS);
    expect(replay.status).toBe(201);
    expect([one.status, two.status]).toContain(201);
    expect((await desk.read(PLAN)).body.items).toHaveLength(1);
    expect((await send({ ...SUMMITS, promised: 5 })).status).toBe(422);
    const path = `${PLAN}/${replay.body.id}`;
    const tag = replay.headers['etag'] as string;
    const change = (headers: Record<string, string>) =>
      desk.as(desk.clerk, 'patch', path, { promised: 9 }, headers);
    expect((await change({})).status).toBe(428);
    const both = await Promise.all([change({ 'If-Match': tag }), change({ 'If-Match': tag })]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]));
    const stale = both.find(({ status }) => status === 412)!;
    expect(stale.body.errors).toEqual([expect.objectContaining({ pointer: '/promised', code: 'CHANGED' })]);
    expect((await desk.as(desk.clerk, 'delete', path, undefined, { 'If-Match': tag })).status).toBe(412);
    await desk.drop(path);
  });

  it('hides as it lacks: an id that never was', async () => {
    const path = `${PLAN}/11111111-1111-4111-8111-111111111111`;
    const answers = [
      await desk.read(path),
      await desk.as(desk.clerk, 'patch', path, {}, { 'If-Match': '*' }),
      await desk.as(desk.clerk, 'delete', path, undefined, { 'If-Match': '*' }),
    ];
    for (const answer of answers) expect(refusal(answer)).toMatchObject({ status: 404 });
  });

  it.each([
    [{}, 400, '/label'],
    [{ ...SUMMITS, label: '' }, 400, '/label'],
    [{ ...SUMMITS, kind: 'picnic' }, 400, '/kind'],
    [{ ...SUMMITS, promised: 0 }, 400, '/promised'],
    [{ ...SUMMITS, promised: 1.5 }, 400, '/promised'],
    [{ ...SUMMITS, promised: null }, 400, '/promised'],
    [{ ...SUMMITS, dueOn: '2031-02-29' }, 400, '/dueOn'],
    [{ ...SUMMITS, held: 3 }, 422, '/held'],
    [{ ...SUMMITS, audience: 'desk' }, 400, '/audience'],
  ])('refuses %j', async (body, status, pointer) => {
    const refused = await desk.as(desk.clerk, 'post', PLAN, body);
    expect(refused.status).toBe(status);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('counts by hand only what no kind of hearing keeps', async () => {
    const made = await desk.make(PLAN, { label: 'Interviews elsewhere', promised: 20, held: 3 });
    const refused = await desk.change(`${PLAN}/${made.id}`, { kind: 'stakeholder_interview' });
    expect(refused.body.code).toBe('HELD_IS_COUNTED');
    const turned = await desk.change(`${PLAN}/${made.id}`, { kind: 'stakeholder_interview', held: null });
    expect(turned.body).toMatchObject({ kind: 'stakeholder_interview', held: null });
    await desk.drop(`${PLAN}/${made.id}`);
  });
});

describe('a season', () => {
  let desk: Desk;
  const zones: Body[] = [];

  beforeAll(async () => {
    desk = await openDesk();
    for (const number of [1, 2, 3]) zones.push(await desk.make('/zones', { number, name: `Zone ${number}` }));
    await desk.make('/commission/plan-items', SUMMITS);
    await desk.make('/commission/plan-items', {
      label: 'Interviews',
      promised: 10,
      held: 4,
      dueOn: '2032-06-30',
    });
    await desk.make('/commission/plan-items', {
      label: 'Public hearings',
      kind: 'public_hearing',
      promised: 9,
    });
    const summit = (startsAt: string, zone: number, more: object = {}) =>
      desk.noticed({ kind: 'regional_summit', startsAt, zoneIds: [zones[zone]!.id], ...more });
    for (const [day, zone] of [
      ['2015-10-29', 0],
      ['2015-11-20', 0],
    ] as const) {
      const { id } = await summit(`${day}T09:00:00-08:00`, zone);
      await desk.move(id, 'in_session');
      await desk.move(id, 'adjourned');
    }
    await summit('2031-05-01T09:00:00-07:00', 1, { languages: ['es'] });
    const postponed = await summit('2031-06-01T09:00:00-07:00', 1);
    await desk.move(postponed.id, 'postponed', { reason: 'Smoke' });
    await desk.hearing({ title: 'A draft', startsAt: '2031-07-01T09:00:00-07:00', zoneIds: [zones[2]!.id] });
    const closed = await desk.hearing({ kind: 'closed_session', startsAt: '2031-07-02T09:00:00-07:00' });
    await desk.make(`/hearings/${closed.id}/agenda-items`, {
      title: 'Personnel',
      closed: true,
      authority: 'Gov. Code 11126(a)(1)',
    });
    expect((await desk.move(closed.id, 'noticed')).status).toBe(201);
  });
  afterAll(() => desk.close());

  const season = async (query = '', key: string | null = null): Promise<Season> => {
    const answer = await desk.read(`/season${query}`, key);
    expect(answer.status).toBe(200);
    return answer.body as Season;
  };
  const kind = (of: Season, name: string) => of.kinds.find((each) => each.kind === name)!;

  it('shows what was promised against what was held', async () => {
    const { plan } = await season();
    expect(plan.map(({ label }) => label)).toEqual(['Regional summits', 'Interviews', 'Public hearings']);
    expect(plan[0]).toMatchObject({
      promised: 6,
      held: 2,
      noticed: 1,
      postponed: 1,
      planned: 0,
      cancelled: 0,
      outstanding: 4,
    });
    expect(plan[1]).toMatchObject({ kind: null, promised: 10, held: 4, outstanding: 6 });
    expect(plan[2]).toMatchObject({ promised: 9, held: 0, outstanding: 9, dueOn: null });
  });

  it('shows the zones that are served and those that are not yet', async () => {
    const served = (await season()).zones.map(({ number, covered, held, ahead }) => [
      number,
      covered,
      held,
      ahead,
    ]);
    expect(served).toEqual([
      [1, true, 2, 0],
      [2, false, 0, 2],
      [3, false, 0, 0],
    ]);
    expect((await season('', desk.clerk)).zones[2]).toMatchObject({ covered: false, ahead: 1 });
  });

  it('counts what the caller may read', async () => {
    const [anybody, member, clerk] = [
      await season(),
      await season('', desk.commissioner),
      await season('', desk.clerk),
    ];
    const seen = [anybody, member, clerk].map((each) => [
      each.total,
      each.hearings.length,
      kind(each, 'closed_session')['noticed'],
      kind(each, 'public_hearing')['planned'],
    ]);
    expect(seen).toEqual([
      [4, 4, 0, 0],
      [5, 5, 1, 0],
      [6, 6, 1, 1],
    ]);
    expect(JSON.stringify(anybody)).not.toContain('A draft');
  });

  it('shows the languages that are offered', async () => {
    expect((await season()).languages).toEqual([
      { language: 'en', hearings: 4 },
      { language: 'es', hearings: 1 },
    ]);
  });

  it('shows the sectors that were heard, as far as the caller may know', async () => {
    const sector = await desk.make('/sectors', { key: 'schools', name: 'Schools' });
    await desk.make('/sectors', { key: 'courts', name: 'Courts' });
    const [first] = (await season()).hearings;
    const witness = (name: string, status: string) =>
      desk.make(`/hearings/${first!.id}/witnesses`, { name, status, sectorId: sector.id });
    await witness('Ada', 'heard');
    await witness('Ben', 'heard');
    await witness('Cyd', 'withdrawn');
    const heard = (await season()).sectors.map(({ key, heard: witnesses }) => [key, witnesses]);
    expect(heard).toEqual([
      ['courts', 0],
      ['schools', 2],
    ]);
  });

  it('is cut by days of the commission’s clock, both included', async () => {
    const titles = async (query: string) => (await season(query)).hearings.map(({ startsAt }) => startsAt);
    expect(await titles('?from=2015-10-29&to=2015-11-19')).toEqual(['2015-10-29T17:00:00.000Z']);
    expect(await titles('?from=2015-10-30&to=2015-11-20')).toEqual(['2015-11-20T17:00:00.000Z']);
    const cut = await season('?from=2031-01-01&to=2031-12-31');
    expect(cut).toMatchObject({ from: '2031-01-01', to: '2031-12-31', total: 2 });
    expect(cut.plan.map(({ label }) => label)).toEqual(['Regional summits', 'Public hearings']);
    expect(cut.plan[0]).toMatchObject({ held: 0, outstanding: 6 });
  });

  it('is two statements, whatever its size', async () => {
    const asked = jest.spyOn(desk.app.get(Database), 'rows');
    try {
      await season();
      expect(asked.mock.calls).toHaveLength(2);
    } finally {
      asked.mockRestore();
    }
  });

  it.each([
    ['?from=yesterday', '/from'],
    ['?to=2031-02-30', '/to'],
    ['?from=2031-02-02&to=2031-02-01', '/to'],
    ['?zone=3', '/zone'],
  ])('refuses %s', async (query, pointer) => {
    const refused = await desk.read(`/season${query}`);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, pointer]);
  });
});
