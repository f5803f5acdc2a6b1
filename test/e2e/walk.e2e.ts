import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SampleService } from '#src/record/sample/index.js';
import { createTestApp, type TestApp } from '../support/test-app.js';

interface Walk {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What each chapter comes to. */
const KEY_LINES = [
  /^ {3}409 POST_TAKEN: /m,
  /^ {3}422 AUTHORITY_REQUIRED: /m,
  /^ {3}201 notice 1, late: false, was due by /m,
  /^ {3}\| 3\. Closed session \(Gov\. Code 11126\(e\)\(1\)\)$/m,
  /^ {3}409 AGENDA_FROZEN: /m,
  /^ {3}409 NOTICE_TOO_LATE: Notice was due by /m,
  /^ {3}201 late: true, under Gov\. Code 11125\.3/m,
  /^ {3}409 QUORUM_LOST: /m,
  /^ {3}200 made \d\d:\d\dZ, lost \d\d:\d\dZ, made \d\d:\d\dZ$/m,
  /^ {3}422 RECUSED: \/votes\/\d+\/choice: /m,
  /^ {3}200 reported out: Direction was given to counsel\.$/m,
  /^ {3}201 approved, edition 1$/m,
  /^ {3}\| APPROVED: edition 1, /m,
  /^ {3}404 MINUTES_NOT_FOUND$/m,
  /^The whole walk was as expected: \d+ steps, \d+ requests\.$/m,
];

describe.each([
  { beside: 'an empty record', times: 1 },
  { beside: 'the sample', times: 2 },
])('the walk, beside $beside', ({ beside, times }) => {
  let hearth: TestApp;
  let url: string;

  beforeAll(async () => {
    hearth = await createTestApp();
    if (beside === 'the sample') await hearth.app.get(SampleService).load();
    await hearth.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(hearth.app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(() => hearth.close());

  // The server answers in this very process: it must not be held up by waiting for the script.
  const walk = (bearer: string): Promise<Walk> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, HEARTH_URL: url, HEARTH_KEY: bearer.replace(/^Bearer /, '') };
      const script = spawn('bash', ['docs/walk/commission.sh'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      let [out, err] = ['', ''];
      script.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      script.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      script.once('error', reject).once('close', (code) => resolve({ code, out, err }));
    });

  it('goes as it says, however often it is walked', async () => {
    const clerk = await hearth.bearer('clerk');
    for (let run = 1; run <= times; run += 1) {
      const { code, out, err } = await walk(clerk);
      expect([code, err]).toEqual([0, '']);
      for (const line of KEY_LINES) expect(out).toMatch(line);
      expect(out).not.toContain(clerk.slice('Bearer '.length));
    }
  }, 120_000);

  it('stops at the first surprise, and says where', async () => {
    const { code, out, err } = await walk(await hearth.bearer('commissioner'));
    expect(code).toBe(1);
    expect(err).toContain('Step 2 went another way.');
    expect(err).toContain('expected: 201');
    expect(err).toContain('answered: 403');
    expect(out).not.toContain('\n3. ');
  });
});
