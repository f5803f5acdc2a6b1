import { withOwner } from '#src/foundation/database/index.js';
import type { Role, Scope } from '#src/trust/access/index.js';
import { OPERATOR } from './operator.js';
import { formatKey, hashOf, newKey } from './key.js';

export interface NewKey {
  readonly name: string;
  readonly role: Role;
  /** Empty: all that the role may. */
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
  /** Whether a person or a program acts with it: the history of a cue says so. Absent: as the role suggests. */
  readonly kind?: 'person' | 'machine';
}

export interface ListedKey {
  readonly prefix: string;
  readonly name: string;
  readonly roles: string[];
  readonly scopes: string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** The day it was last used, never the moment. */
  readonly lastUsedOn: string | null;
}

/**
 * Keys are made by whoever holds the database owner's login (the operator, at the command line); no login of the
 * running server can write one.
 */
export class KeyRegister {
  constructor(private readonly ownerUrl: string) {}

  /** Makes an actor with this role and a key for it. The answer is the only time the key is seen. */
  async create(key: NewKey): Promise<string> {
    const made = newKey();
    await withOwner(this.ownerUrl, async (query) => {
      const [actor] = await query<{ id: string }>(
        'insert into actor (kind, name) values ($1, $2) returning id',
        [key.kind ?? kindOf(key.role), key.name],
      );
      await query('insert into access.person_role (person, role) values ($1, $2)', [actor?.id, key.role]);
      const [row] = await query<{ id: string }>(
        `insert into api_key (actor_id, prefix, secret_hash, scopes, expires_at)
         values ($1, $2, $3, $4, $5) returning id`,
        [actor?.id, made.prefix, hashOf(made), key.scopes, key.expiresAt],
      );
      await query(AUDIT, [OPERATOR.id, 'key.created', row?.id, { role: key.role, scopes: key.scopes }]);
    });
    return formatKey(made);
  }

  async list(): Promise<ListedKey[]> {
    return withOwner(this.ownerUrl, (query) =>
      query<ListedKey>(
        `select k.prefix, a.name, array(select r.role from access.person_role r where r.person = a.id order by 1) as roles,
                k.scopes, k.created_at as "createdAt", k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
                k.last_used_on::text as "lastUsedOn"
           from api_key k join actor a on a.id = k.actor_id order by k.created_at, k.prefix`,
      ),
    );
  }

  /** False if there is no key with this prefix. A key revoked before stays as it was. */
  async revoke(prefix: string): Promise<boolean> {
    return withOwner(this.ownerUrl, async (query) => {
      const [row] = await query<{ id: string; revoked: boolean }>(
        `update api_key set revoked_at = coalesce(revoked_at, now()) where prefix = $1 returning id`,
        [prefix],
      );
      if (!row) return false;
      await query(AUDIT, [OPERATOR.id, 'key.revoked', row.id, {}]);
      return true;
    });
  }
}

const AUDIT = `insert into audit.entry (actor_id, action, subject_kind, subject_id, details) values ($1, $2, 'api_key', $3, $4)`;

/** Clerks and commissioners are people; what asks as an integrator, or as the public, is a program. */
const kindOf = (role: Role): 'person' | 'machine' =>
  role === 'integrator' || role === 'public' ? 'machine' : 'person';
