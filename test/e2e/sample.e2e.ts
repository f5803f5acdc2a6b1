import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SampleService } from '#src/record/sample/index.js';
import { createTestApp, type TestApp } from '../support/test-app.js';

interface Summit {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly zones: { number: number }[];
}

describe('the sample commission', () => {
  let hearth: TestApp;
  let summits: Summit[];

  beforeAll(async () => {
    hearth = await createTestApp();
  });
  afterAll(() => hearth.close());

  const load = () => hearth.app.get(SampleService).load();
  const list = async (path: string) => (await hearth.anybody.get(`/api/v1${path}`)).body.items;

  it('is six summits that anybody reads', async () => {
    expect(await load()).toBe(true);
    summits = (await list('/hearings?kind=regional_summit&sort=startsAt')) as Summit[];
    expect(
      summits.map(({ title, startsAt, zones }) => [title, startsAt, zones.map((z) => z.number)]),
    ).toEqual([
      ['Regional information summit, San Diego', '2015-10-29T16:00:00.000Z', [8]],
      ['Regional information summit, Los Angeles', '2015-11-20T17:00:00.000Z', [7]],
      ['Regional information summit, Anaheim', '2016-01-13T17:00:00.000Z', [6]],
      ['Regional information summit, Fresno', '2016-02-25T17:00:00.000Z', [5]],
      ['Regional information summit, Sacramento', '2016-03-24T16:00:00.000Z', [1, 2, 3]],
      ['Regional information summit, Oakland', '2016-04-21T16:00:00.000Z', [4]],
    ]);
    expect(await list('/zones')).toHaveLength(9);
  });

  it('has an agenda, a panel and witnesses by office at each', async () => {
    for (const { id } of summits) {
      expect((await list(`/hearings/${id}/agenda-items`)).length).toBeGreaterThanOrEqual(3);
      expect(await list(`/hearings/${id}/panels`)).toHaveLength(1);
      const witnesses = (await list(`/hearings/${id}/witnesses`)) as { name: string }[];
      expect(witnesses.length).toBeGreaterThanOrEqual(2);
      for (const { name } of witnesses) expect(name).toMatch(/^An? .* \(sample\)$/);
      const steps = (await list(`/hearings/${id}/status-changes`)) as { to: string }[];
      expect(steps.map(({ to }) => to).slice(0, 4)).toEqual(['draft', 'noticed', 'in_session', 'adjourned']);
    }
  });

  it('has a bench of nine seats, one of them vacant, and one that changed hands', async () => {
    const sitting = async (at: string) => {
      const items = (await list(`/commissioners?at=${at}`)) as {
        name: string;
        offices: { office: string }[];
      }[];
      for (const { name } of items) expect(name).toMatch(/^The .* \(sample\)$/);
      return items.map(({ name }) => name);
    };
    const [before, after] = [await sitting('2015-10-29'), await sitting('2016-04-21')];
    expect([before.length, after.length]).toEqual([8, 8]);
    expect(after.filter((name) => !before.includes(name))).toEqual([
      'The special education director (sample)',
    ]);
    const { body } = await hearth.anybody.get('/api/v1/commission/coverage?on=2016-04-21');
    const uncovered = (body.sectors as { sector: { key: string }; uncovered: boolean }[])
      .filter(({ uncovered }) => uncovered)
      .map(({ sector }) => sector.key);
    expect(uncovered).toEqual(['juvenile_justice']);
  });

  it('loses a quorum in Fresno and regains it', async () => {
    const fresno = summits[3]?.id;
    const { body } = await hearth.anybody.get(`/api/v1/hearings/${fresno}/quorum`);
    const held = (body.segments as { quorum: boolean }[]).map(({ quorum }) => quorum);
    expect(held.join()).toContain('true,false,true');
  });

  it('has the minutes of San Diego, approved in Los Angeles', async () => {
    const [first, second] = summits;
    const [minutes] = (await list(`/hearings/${first?.id}/minutes`)) as { id: string; status: string }[];
    expect(minutes?.status).toBe('approved');
    const text = await hearth.anybody.get(
      `/api/v1/hearings/${first?.id}/minutes/${minutes?.id}?format=markdown`,
    );
    expect(text.text).toContain('The district attorney (sample)');
    const [motion] = (await list(`/hearings/${second?.id}/motions`)) as { kind: string; outcome: string }[];
    expect(motion).toMatchObject({ kind: 'approve_minutes', outcome: 'carried' });
  });

  it('shows how plans change: one hearing postponed, one still a draft, nine hearings promised', async () => {
    const [postponed] = (await list('/hearings?kind=public_hearing')) as { id: string; status: string }[];
    expect(postponed?.status).toBe('postponed');
    const clerk = await hearth.bearer('clerk');
    const { body } = await hearth.anybody
      .get('/api/v1/hearings?status=draft')
      .set('Authorization', clerk)
      .expect(200);
    expect(body.items).toHaveLength(1);
    const season = await hearth.anybody.get('/api/v1/season?from=2015-07-01&to=2016-12-31').expect(200);
    expect(season.body.plan).toMatchObject([
      { kind: 'regional_summit', promised: 6, held: 6 },
      { kind: 'public_hearing', promised: 3, held: 0 },
    ]);
  });

  it('is loaded once, and never beside what is there', async () => {
    expect(await load()).toBe(false);
    expect(await list('/hearings?kind=regional_summit')).toEqual(summits.toReversed());
  });
});
