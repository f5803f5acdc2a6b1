import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sealer } from '#src/trust/audit/index.js';
import type { Person } from '../../support/people.js';
import { until } from '../../startup/programs.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

describe('many refusals', () => {
  let hearth: TestApp;
  let admin: Person;

  beforeAll(async () => {
    hearth = await createTestApp();
    admin = await hearth.person(['admin']);
  });

  afterAll(() => hearth.close());

  const alertsAbout = async (kind: string): Promise<string[]> => {
    await hearth.app.get(Sealer).seal();
    const { body } = await hearth.anybody.get('/api/v1/audit-alerts').set(admin.headers).expect(200);
    return (body as { items: { code: string; about: string }[] }).items
      .filter(({ code, about }) => code === 'MANY_REFUSALS' && about.startsWith(kind))
      .map(({ about }) => about);
  };

  it('from one network raise an alert about it, whichever addresses were tried', async () => {
    const tryOne = (n: number) =>
      hearth.anybody
        .post('/api/v1/sessions')
        .send({ email: `nobody${n}@example.org`, password: 'not the password' })
        .expect(401);
    for (let n = 0; n < 19; n += 1) await tryOne(n);
    expect(await alertsAbout('network:')).toEqual([]);
    await tryOne(19);
    // Another test's open transaction holds up the seals of every log in the cluster.
    let about: string | undefined;
    await until(async () => {
      [about] = await alertsAbout('network:');
      return about !== undefined;
    }, 'an alert');
    // A name that leads back to no address.
    expect(about).toMatch(/^network:.{16,}$/);
    expect(about).not.toContain('127.0.0.1');
  });
});
