import { Injectable } from '@nestjs/common';
import { Pools } from '#src/foundation/database/index.js';
import { type Actor, type Authenticator, type Role, ROLES } from '#src/trust/access/index.js';
import { hashOf, parseBearer } from './key.js';

interface KeyRow {
  actor_id: string;
  actor_name: string;
  roles: string[];
  scopes: string[];
  recusals: { matter: string; from: string; until: string }[];
}

/** Asks the database whom a key stands for, at every request: a revoked key ends at once. */
@Injectable()
export class KeyAuthenticator implements Authenticator {
  constructor(private readonly pools: Pools) {}

  async authenticate(authorization: string): Promise<Actor | null> {
    const key = parseBearer(authorization);
    if (!key) return null;
    const { rows } = await this.pools.signedIn.query<KeyRow>({
      name: 'authenticate-key',
      text: 'select actor_id, actor_name, roles, scopes, recusals from authenticate_key($1, $2)',
      values: [key.prefix, hashOf(key)],
    });
    const row = rows[0];
    if (!row) return null;
    return {
      id: row.actor_id,
      name: row.actor_name,
      roles: row.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role)),
      scopes: row.scopes,
      recusals: row.recusals.map(({ matter, from, until }) => ({
        matter,
        from: new Date(from),
        until: until === 'infinity' ? null : new Date(until),
      })),
    };
  }
}
