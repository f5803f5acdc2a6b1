import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { KeyRegister } from '#src/trust/accounts/index.js';
import type { Desk } from './hearings.support.js';

/** A matter of the commission, told to the commission alone. */
export async function makeMatter(admin: pg.Client): Promise<string> {
  const id = randomUUID();
  await admin.query(
    `insert into matter (id, matter_id, title, own_audience, protected) values ($1, $1, 'A contract', 'chamber', false)`,
    [id],
  );
  return id;
}

/** A clerk's key under a name, by which others are told of them. */
export async function clerkNamed(desk: Desk, name: string): Promise<string> {
  const register = new KeyRegister(desk.database.ownerUrl);
  return `Bearer ${await register.create({ name, role: 'clerk', scopes: [], expiresAt: null })}`;
}

/** A key of its own name whose person stepped back from the matters given. */
export async function recusedKey(
  desk: Desk,
  admin: pg.Client,
  role: 'clerk' | 'commissioner',
  matters: readonly string[],
): Promise<string> {
  const name = `recused ${randomUUID()}`;
  const key = await new KeyRegister(desk.database.ownerUrl).create({
    name,
    role,
    scopes: [],
    expiresAt: null,
  });
  for (const matter of matters) {
    await admin.query(
      `insert into access.recusal (person, matter, starts_at) select id, $2, '2000-01-01' from actor where name = $1`,
      [name, matter],
    );
  }
  return `Bearer ${key}`;
}

let days = 0;

/** A day on which no other test's hearing takes up the same room. */
export function ownDay(): { startsAt: string } {
  return { startsAt: new Date(Date.UTC(2032, 0, 1 + days++, 17)).toISOString() };
}
