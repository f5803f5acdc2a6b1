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
    summits = (await list('/hearings?sort=startsAt')) as Summit[];
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
      expect(steps.map(({ to }) => to)).toEqual(['draft', 'noticed', 'in_session', 'adjourned']);
    }
  });

  it('is loaded once, and never beside what is there', async () => {
    expect(await load()).toBe(false);
    expect(await list('/hearings')).toEqual(summits.toReversed());
  });
});
