import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { queryAsAdmin } from '../../support/test-database.js';

const SESSIONS = '/api/v1/sessions';
const RESETS = '/api/v1/password-resets';

describe('attempts', () => {
  let one: TestApp;
  let other: TestApp;
  let networks = 0;

  beforeAll(async () => {
    const secret = randomBytes(32);
    // As many networks as a test likes; two processes on one database.
    one = await createTestApp({ trustProxy: 1 }, { secret });
    other = await createTestApp({ trustProxy: 1 }, { secret, database: one.database });
  });

  afterAll(async () => {
    await other.close();
    await one.close();
  });

  const network = (): string => {
    networks += 1;
    return `10.${networks >> 16}.${(networks >> 8) & 255}.${networks & 255}`;
  };
  const admin = (text: string, values: unknown[] = []) => queryAsAdmin(one.database, text, values);
  const attempt = (app: TestApp, from: string, email: string, password = 'wrong') =>
    app.anybody.post(SESSIONS).set('X-Forwarded-For', from).send({ email, password });
  const statuses = async (requests: Iterable<PromiseLike<{ status: number }>>): Promise<number[]> => {
    const all: number[] = [];
    for (const request of requests) all.push((await request).status);
    return all;
  };
  const repeat = <T>(count: number, make: (i: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i));
  /** Lets every wait end, as time does. */
  const wait = () => admin('update throttle set expire = 0');
  /** Fails so often, from a new network each time. */
  const swarm = async (email: string, count: number): Promise<number[]> => {
    const answers = [];
    for (let i = 0; i < count; i += 1)
      answers.push((await attempt(i % 2 ? one : other, network(), email)).status);
    return answers;
  };
  const account = () => one.person([], { stage: 'none' });

  it('from one network are five a minute, in all processes together', async () => {
    const ada = await account();
    const from = network();
    const answers = await statuses(repeat(7, (i) => attempt(i % 2 ? one : other, from, ada.email)));
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const refused = await attempt(other, from, ada.email, ada.password);
    expect(refused.body.code).toBe('TOO_MANY_ATTEMPTS');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    // Somebody else's network is not concerned.
    await attempt(one, network(), ada.email, ada.password).expect(201);
  });

  it('past the limit wait the whole time, whenever the counting began', async () => {
    const ada = await account();
    const from = network();
    await statuses(repeat(5, () => attempt(one, from, ada.email)));
    await admin('update throttle set expire = $1', [Date.now() + 20_000]);
    const refused = await attempt(other, from, ada.email).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(20);
  });

  it('made all at once are no more', async () => {
    const ada = await account();
    const from = network();
    const answers = await Promise.all(repeat(20, (i) => attempt(i % 2 ? one : other, from, ada.email)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('wait longer when they go on, at most a quarter of an hour, and the wait ends', async () => {
    const ada = await account();
    const from = network();
    await statuses(repeat(6, () => attempt(one, from, ada.email)));
    await admin(`update throttle set expire = 0 where key like '%-60:%'`);
    await statuses(repeat(5, () => attempt(one, from, ada.email)));
    await admin(`update throttle set expire = 0 where key like '%-60:%'`);
    const refused = await attempt(one, from, ada.email).expect(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThanOrEqual(900);
    // Who goes on trying does not wait longer for it.
    const again = await attempt(one, from, ada.email).expect(429);
    expect(Number(again.headers['retry-after'])).toBeLessThanOrEqual(seconds);
    await wait();
    await attempt(one, from, ada.email, ada.password).expect(201);
  });

  it('are forgotten when one is right', async () => {
    const ada = await account();
    const from = network();
    for (let round = 0; round < 4; round += 1) {
      expect(await statuses(repeat(4, () => attempt(one, from, ada.email)))).toEqual([401, 401, 401, 401]);
      await attempt(other, from, ada.email, ada.password).expect(201);
    }
  });

  it('from one network leave the account’s own untouched', async () => {
    const ada = await account();
    const from = network();
    await statuses(repeat(60, () => attempt(one, from, ada.email)));
    await attempt(one, network(), ada.email, ada.password).expect(201);
  });

  it('from many networks are thirty; then the account waits, and whoever knows it by this browser does not', async () => {
    const ada = await account();
    const before = await attempt(one, network(), ada.email, ada.password).expect(201);
    const cookie = before.get('Set-Cookie')?.find((line) => line.startsWith('hearth-browser='));
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    const known = cookie?.split(';')[0] ?? '';
    expect(await swarm(ada.email, 31)).toEqual([...repeat(30, () => 401), 429]);
    await attempt(one, network(), ada.email, ada.password).expect(429);
    const ben = await account();
    await attempt(one, network(), ben.email, ben.password).expect(201);

    // A cookie of another account, or one that somebody made, is none.
    const stranger = (await attempt(one, network(), ben.email, ben.password)).get('Set-Cookie');
    const bens = stranger?.find((line) => line.startsWith('hearth-browser='))?.split(';')[0] ?? '';
    for (const bad of [bens, `${known.slice(0, -2)}xx`, 'hearth-browser=a.b.c'])
      await attempt(one, network(), ada.email, ada.password).set('Cookie', bad).expect(429);

    await attempt(other, network(), ada.email, ada.password).set('Cookie', known).expect(201);
    // It has attempts of its own, and no more than others.
    const tries = repeat(6, () => attempt(one, network(), ada.email).set('Cookie', known));
    expect(await statuses(tries)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('leave a way in by mail', async () => {
    const ada = await account();
    await swarm(ada.email, 31);
    await one.anybody.post(RESETS).set('X-Forwarded-For', network()).send({ email: ada.email }).expect(202);
    const token = (await one.mailsTo(ada.email)).at(-1)?.token ?? '';
    const password = 'mi perro tiene tres patas';
    const done = await one.anybody.post(`${RESETS}/confirmation`).send({ token, password }).expect(204);
    const known = done.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    await attempt(one, network(), ada.email, password).expect(429);
    await attempt(one, network(), ada.email, password).set('Cookie', known).expect(201);
  });

  it('at an address that nobody has are counted alike', async () => {
    const from = network();
    const answers = await statuses(repeat(7, () => attempt(one, from, 'nobody@example.org')));
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(await swarm('nobody-else@example.org', 31)).toEqual([...repeat(30, () => 401), 429]);
  });

  it('at many addresses from one network end too', async () => {
    const from = network();
    const answers = await Promise.all(
      repeat(110, (i) => attempt(i % 2 ? one : other, from, `n${i}@example.org`)),
    );
    const busy = answers.filter(({ status }) => status === 503).length;
    expect(answers.filter(({ status }) => status === 401).length + busy).toBe(100);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });

  it('count the spellings of one address together', async () => {
    const from = network();
    const spellings = ['Eve@example.org', 'eve@example.org', ' EVE@EXAMPLE.ORG ', 'ｅｖｅ@example.org'];
    const answers = await statuses(repeat(6, (i) => attempt(one, from, spellings[i % 4]!)));
    expect(answers.at(-1)).toBe(429);
  });

  it('to get a reset are three a quarter of an hour, whether there is an account or not', async () => {
    const ada = await account();
    const ask = (app: TestApp, email: string) =>
      app.anybody.post(RESETS).set('X-Forwarded-For', network()).send({ email });
    for (const email of [ada.email, 'nobody3@example.org']) {
      const answers = await statuses(repeat(4, (i) => ask(i % 2 ? one : other, email)));
      expect(answers).toEqual([202, 202, 202, 429]);
    }
    expect([...(await one.mailsTo(ada.email)), ...(await other.mailsTo(ada.email))]).toHaveLength(3);
  });

  it('to name one’s own password are five a minute', async () => {
    const ada = await one.person(['clerk']);
    const change = () =>
      one.anybody
        .put('/api/v1/users/me/password')
        .set(ada.headers)
        .send({ currentPassword: 'wrong', newPassword: 'mi perro tiene tres patas' });
    expect(await statuses(repeat(6, change))).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('leave no address and no network in the database', async () => {
    const ada = await account();
    await attempt(one, '203.0.113.77', ada.email);
    const [row] = await admin(`select string_agg(key, ' ') as keys, count(*)::int as n from throttle`);
    expect(row?.['n']).toBeGreaterThan(10);
    expect(String(row?.['keys'])).not.toMatch(/@|203\.0|example/);
  });

  it('are not let through uncounted when the database is away', async () => {
    const ada = await account();
    await admin(`alter database ${one.database.name} connection limit 0`);
    try {
      await admin(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hearth_app' and datname = $1`,
        [one.database.name],
      );
      const refused = await attempt(one, network(), ada.email, ada.password);
      expect([refused.status, refused.body.code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
      expect(refused.headers['retry-after']).toBeDefined();
    } finally {
      await admin(`alter database ${one.database.name} connection limit -1`);
    }
    await attempt(one, network(), ada.email, ada.password).expect(201);
  });
});
