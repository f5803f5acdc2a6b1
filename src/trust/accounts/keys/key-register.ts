import { type OwnerQuery, withOwner } from '#src/foundation/database/index.js';
import type { Role, Scope } from '#src/trust/access/index.js';
import { OPERATOR } from '../operator.js';
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

/** Whoever in a room above has an account: what this room links an actor to without knowing that room. */
export interface AccountHolder {
  readonly id: string;
  /** The actor linked before, or null; it stays held until the transaction ends. */
  actor(query: OwnerQuery): Promise<string | null>;
  link(query: OwnerQuery, actorId: string): Promise<void>;
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

  /**
   * Makes an actor with this role and a key for it. With a holder it is the holder's actor: a second key of theirs
   * gives that one the role beside those it has, and keeps its name. The answer is the only time the key is seen.
   *
   * @throws what the holder throws when it is not there
   */
  async create(key: NewKey, holder?: AccountHolder): Promise<string> {
    const made = newKey();
    await withOwner(this.ownerUrl, async (query) => {
      const actorId = await this.actorFor(query, key, holder);
      await query(
        'insert into access.person_role (person, role) values ($1, $2) on conflict (person, role) do nothing',
        [actorId, key.role],
      );
      const [row] = await query<{ id: string }>(
        `insert into api_key (actor_id, prefix, secret_hash, scopes, expires_at, name)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [actorId, made.prefix, hashOf(made), key.scopes, key.expiresAt, key.name],
      );
      const details = { role: key.role, scopes: key.scopes, ...(holder && { holder: holder.id }) };
      await query(AUDIT, [OPERATOR.id, 'key.created', row?.id, details]);
    });
    return formatKey(made);
  }

  private async actorFor(query: OwnerQuery, key: NewKey, holder?: AccountHolder): Promise<string> {
    const before = await holder?.actor(query);
    if (before) return before;
    const [actor] = await query<{ id: string }>(
      'insert into actor (kind, name) values ($1, $2) returning id',
      [key.kind ?? kindOf(key.role), key.name],
    );
    if (!actor) throw new Error('an insert answered no row');
    await holder?.link(query, actor.id);
    return actor.id;
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
