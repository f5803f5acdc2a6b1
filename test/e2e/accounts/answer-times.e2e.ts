import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { queryAsAdmin } from '../../support/test-database.js';

/** A hundred of each show a difference of work; `HEARTH_PROBES=2000` a smaller one. */
const PROBES = Number(process.env['HEARTH_PROBES'] ?? 100);
/** What the program hashes with: accounts of other tests have a cheaper one. */
const WORK = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Measured and printed, not asserted: how well the time of an answer tells an address with an account from another. */
describe('the time of an answer about an address', () => {
  let hearth: TestApp;
  let origin: string;

  beforeAll(async () => {
    hearth = await createTestApp({ trustProxy: 1 });
    await hearth.app.listen(0, '127.0.0.1');
    origin = await hearth.app.getUrl();
    await queryAsAdmin(
      hearth.database,
      `with a as (insert into actor (kind, name) select 'person', 'known ' || n from generate_series(0, $1 - 1) n returning id, name)
       insert into user_account (id, email, email_key, status, password_hash)
       select id, replace(name, ' ', '') || '@example.org', replace(name, ' ', '') || '@example.org', 'active', $2 from a`,
      [PROBES, await hash('correct horse battery staple', WORK)],
    );
  });

  afterAll(() => hearth.close());

  const probe = async (path: string, body: object, from: string): Promise<{ ms: number; text: string }> => {
    const begun = performance.now();
    const answer = await fetch(`${origin}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': from },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    const ms = performance.now() - begun;
    const { requestId: _, ...told } = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { ms, text: `${answer.status} ${JSON.stringify(told)}` };
  };

  it.each([
    ['password-resets', {}],
    ['sessions', { password: 'not the password at all' }],
  ])(
    '%s',
    async (path, body) => {
      const times = { known: [] as number[], unknown: [] as number[] };
      const after = { known: [] as number[], unknown: [] as number[] };
      const texts = new Set<string>();
      for (let i = 0; i < PROBES; i += 1) {
        const kinds = (['known', 'unknown'] as const).toSorted(() => Math.random() - 0.5);
        for (const kind of kinds) {
          const network = `10.${path.length * 10 + (kind === 'known' ? 1 : 2)}.${i >> 8}.${i & 255}`;
          const { ms, text } = await probe(path, { ...body, email: `${kind}${i}@example.org` }, network);
          // What goes on behind an answer must not tell either: the next request is timed as well.
          const begun = performance.now();
          await (await fetch(`${origin}/health/live`)).text();
          if (i >= 10) after[kind].push(performance.now() - begun);
          // The first few warm up what the rest is measured with.
          if (i >= 10) times[kind].push(ms);
          texts.add(text);
        }
      }
      expect([...texts]).toHaveLength(1);
      process.stdout.write(`${report(path, times.known, times.unknown)}\n`);
      process.stdout.write(`${report(`${path}, the request after`, after.known, after.unknown)}\n`);
    },
    600_000,
  );
});

function report(path: string, known: readonly number[], unknown: readonly number[]): string {
  const at = (times: readonly number[], part: number): string =>
    (times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0).toFixed(1);
  const line = (name: string, times: readonly number[]): string =>
    `${name} p10 ${at(times, 0.1)} p50 ${at(times, 0.5)} p90 ${at(times, 0.9)} ms`;
  // The chance that an account's answer took longer than another's: 0.5 tells nothing. One standard error beside it.
  const longer = known.flatMap((a) => unknown.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
  const chance = longer.reduce((sum, one) => sum + one, 0) / longer.length;
  const error = Math.sqrt((known.length + unknown.length + 1) / (12 * known.length * unknown.length));
  return `POST /${path}: ${line('known', known)}; ${line('unknown', unknown)}; known longer ${chance.toFixed(3)} (0.5 ± ${error.toFixed(3)})`;
}
