import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { Secret, TOTP } from 'otpauth';
import { TotpSecrets } from '#src/trust/accounts/factors/totp/totp-secrets.js';
import { newTotpSecret } from '#src/trust/accounts/factors/totp/totp.js';
import { recoveryHash } from '#src/trust/accounts/factors/recovery/recovery-code.js';
import { Authenticator, type Twist } from '../../support/authenticator.js';
import type { Person } from '../../support/people.js';
import type { TestApp } from '../../support/test-app.js';
import { withClient } from '../../support/test-database.js';

export const FACTORS = '/api/v1/users/me/factors';
export const SECOND = '/api/v1/sessions/current/second-factor';
export const CURRENT = '/api/v1/sessions/current';
export const ORIGIN = 'http://localhost';

/** Passkeys know hosts by name. */
export const AT_HOME = { Host: 'localhost' };

export type Headers = Record<string, string>;

/** What the browser holds after an answer that began or rotated its session. */
export function headersOf(answer: Response): Headers {
  const body = answer.body as { csrfToken?: string; session?: { csrfToken: string } };
  const session = answer.get('Set-Cookie')?.find((line) => /^(hearth-sid|__Host-hearth)=/.test(line));
  const Cookie = session?.split(';')[0] ?? '';
  return { Cookie, 'X-CSRF-Token': body.csrfToken ?? body.session?.csrfToken ?? '' };
}

/** The first step of signing in. */
export async function givePassword(hearth: TestApp, { email, password }: Person): Promise<Headers> {
  return headersOf(await hearth.anybody.post('/api/v1/sessions').send({ email, password }).expect(201));
}

/** The code of an app, so many steps from now. */
export const codeOf = (secret: Buffer, steps = 0): string =>
  TOTP.generate({
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    timestamp: Date.now() + steps * 30_000,
  });

export async function sql(hearth: TestApp, text: string, values: unknown[] = []): Promise<unknown[]> {
  let rows: unknown[] = [];
  await withClient(hearth.database.adminUrl, async (client) => {
    rows = (await client.query(text, values)).rows;
  });
  return rows;
}

/** A confirmed app of somebody's; its secret. */
export async function giveTotp(hearth: TestApp, { id: accountId }: Person): Promise<Buffer> {
  const [secret, id] = [newTotpSecret(), randomUUID()];
  const sealed = hearth.app.get(TotpSecrets).seal(secret, { accountId, factorId: id });
  await sql(
    hearth,
    `insert into account_factor (id, account_id, kind, name, secret, confirmed_at) values ($1, $2, 'totp', 'App', $3, now())`,
    [id, accountId, sealed],
  );
  return secret;
}

export async function giveRecoveryCode(hearth: TestApp, { id }: Person, code: string): Promise<void> {
  await sql(hearth, 'insert into recovery_code (account_id, secret_hash) values ($1, $2)', [
    id,
    recoveryHash(code),
  ]);
}

/** A confirmed passkey, enrolled through the routes in a session that may. */
export async function givePasskey(
  hearth: TestApp,
  headers: Headers,
  passkey = new Authenticator(ORIGIN),
): Promise<{ passkey: Authenticator; answer: Response }> {
  const answer = await confirmPasskey(hearth, headers, passkey);
  if (answer.status !== 200) throw new Error(`the passkey was not confirmed: ${JSON.stringify(answer.body)}`);
  return { passkey, answer };
}

export async function confirmPasskey(
  hearth: TestApp,
  headers: Headers,
  passkey: Authenticator,
  twist: Twist = {},
): Promise<Response> {
  const enrolled = await hearth.anybody
    .post(FACTORS)
    .set({ ...headers, ...AT_HOME })
    .send({ kind: 'passkey', name: 'Key' })
    .expect(201);
  const body = enrolled.body as { id: string; passkey: Parameters<Authenticator['create']>[0] };
  return hearth.anybody
    .post(`${FACTORS}/${body.id}/confirmation`)
    .set({ ...headers, ...AT_HOME })
    .send({ passkey: await passkey.create(body.passkey, twist) });
}
