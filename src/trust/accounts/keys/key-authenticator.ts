import { Injectable } from '@nestjs/common';
import { Pools } from '#src/foundation/database/index.js';
import type { Actor } from '#src/trust/access/index.js';
import { type Rights, rightsOf } from '../shared/actor-rows.js';
import { hashOf, parseBearer } from './key.js';
import { KEY_ROLES } from './key.policy.js';

interface KeyRow extends Rights {
  actor_id: string;
  actor_name: string;
  scopes: string[];
}

/** Asks the database whom a key stands for, at every request: a revoked key ends at once. */
@Injectable()
export class KeyAuthenticator {
  constructor(private readonly pools: Pools) {}

  /** null: a key that is unknown, expired or revoked. */
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
    const { roles, recusals } = rightsOf(row);
    // Protected records and the system itself are for people who signed in, however many roles they have.
    const usable = roles.filter((role) => KEY_ROLES.includes(role));
    return {
      via: 'key',
      id: row.actor_id,
      name: row.actor_name,
      scopes: row.scopes,
      roles: usable,
      recusals,
    };
  }
}
