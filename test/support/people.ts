import { createHmac, randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { hash } from '@node-rs/argon2';
import { deriveKey, SECRET_KEY } from '#src/foundation/common/index.js';
import type { Role } from '#src/trust/access/index.js';
import { tokenHash } from '#src/trust/accounts/sessions/session-store.js';
import { type TestDatabase, withClient } from './test-database.js';

export interface PersonWish {
  readonly name?: string;
  readonly email?: string;
  /** `none`: an account without a session. */
  readonly stage?: 'none' | 'second_factor' | 'enrolment' | 'whole';
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** For `.set(person.headers)`: the cookie of a session, and the token that its writes need. */
  readonly headers: { readonly Cookie: string; readonly 'X-CSRF-Token': string };
}

const PASSWORD = 'correct horse battery staple';
let passwordHash: Promise<string> | undefined;
let count = 0;

/** An account with roles and, unless told otherwise, a session. */
export async function signIn(
  app: NestExpressApplication,
  { adminUrl }: TestDatabase,
  roles: readonly Role[],
  { name, email, stage = 'whole' }: PersonWish = {},
): Promise<Person> {
  count += 1;
  // Cheap parameters: the program reads them from the hash.
  passwordHash ??= hash(PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  const person = { name: name ?? `Person ${count}`, email: email ?? `person${count}@example.org` };
  const sid = randomBytes(24).toString('base64url');
  const kept = await passwordHash;
  let id = '';
  await withClient(adminUrl, async (client) => {
    const made = await client.query<{ id: string }>(
      `with a as (insert into actor (kind, name) values ('person', $1) returning id)
       insert into user_account (id, email, email_key, status, password_hash, password_changed_at)
       select id, $2, lower($2), 'active', $3, now() from a returning id`,
      [person.name, person.email, kept],
    );
    id = made.rows[0]?.id ?? '';
    await client.query('insert into access.person_role (person, role) select $1, unnest($2::text[])', [
      id,
      roles,
    ]);
    if (stage === 'none') return;
    const data = {
      cookie: {
        originalMaxAge: null,
        expires: null,
        httpOnly: true,
        path: '/',
        sameSite: 'lax',
        secure: false,
      },
      stage,
      provedAt: Date.now(),
      passport: { user: id },
    };
    await client.query('select keep_session($1, $2, $3, $4, $5, $6, $7)', [
      tokenHash(sid),
      id,
      stage,
      data,
      'test',
      '15 minutes',
      new Date(Date.now() + 8 * 3_600_000),
    ]);
  });
  const secret = app.get<Buffer>(SECRET_KEY);
  const headers = { Cookie: `hearth-sid=${cookieOf(secret, sid)}`, 'X-CSRF-Token': tokenOf(secret, sid) };
  return { id, ...person, password: PASSWORD, headers };
}

function cookieOf(secret: Buffer, sid: string): string {
  const key = deriveKey(secret, 'hearth session cookie').toString('base64url');
  const signature = createHmac('sha256', key).update(sid).digest('base64').replace(/=+$/, '');
  return encodeURIComponent(`s:${sid}.${signature}`);
}

function tokenOf(secret: Buffer, sid: string): string {
  return createHmac('sha256', deriveKey(secret, 'hearth csrf token')).update(sid).digest('base64url');
}
