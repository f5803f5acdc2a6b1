import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import type { Scope } from '#src/trust/access/index.js';
import { ActorRecord } from '../entities/actor.entity.js';
import { ApiKeyRecord } from '../entities/api-key.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';

export interface ApiKeyRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly scopes: Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedOn: string | null;
  readonly rotatedTo: string | null;
  readonly revision: string;
}

export const API_KEY_ORDER: ListOrder = {
  keys: {
    createdAt: { sql: 'k.created_at', type: 'timestamptz' },
    id: { sql: 'k.id', type: 'uuid' },
  },
  unique: 'id',
  default: '-createdAt',
};

const COLUMNS = `k.id, k.name, k.actor_id as "ownerId", a.name as "ownerName", k.scopes, k.created_at as "createdAt",
  k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.last_used_on::text as "lastUsedOn",
  k.rotated_to as "rotatedTo", k.revision`;
const FROM = 'from api_key k join actor a on a.id = k.actor_id';
/** `$1` null: everybody's. */
const OWNED = '($1::uuid is null or k.actor_id = $1)';

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly desk: AccountsDesk) {}

  list(owner: string | null, keyset: Keyset): Promise<ApiKeyRow[]> {
    return this.desk.rows({
      name: `keys.list ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} ${FROM} where ${OWNED} and ${keyset.where(2)}
              order by ${keyset.order} limit ${keyset.limit(2)}`,
      values: [owner, ...keyset.values],
    });
  }

  async count(owner: string | null): Promise<number> {
    const [row] = await this.desk.rows<{ total: number }>({
      name: 'keys.count',
      text: `select count(*)::int as total ${FROM} where ${OWNED}`,
      values: [owner],
    });
    return row?.total ?? 0;
  }

  async find(owner: string | null, id: string): Promise<ApiKeyRow | null> {
    const [row] = await this.desk.rows<ApiKeyRow>({
      name: 'keys.find',
      text: `select ${COLUMNS} ${FROM} where ${OWNED} and k.id = $2`,
      values: [owner, id],
    });
    return row ?? null;
  }

  /** Within a unit of work: nobody else changes it before the end. */
  async lock(owner: string | null, id: string): Promise<ApiKeyRow | null> {
    await currentManager().query('select id from api_key where id = $1 for update', [id]);
    return this.find(owner, id);
  }

  async insert(
    key: Pick<ApiKeyRecord, 'id' | 'actorId' | 'name' | 'prefix' | 'secretHash' | 'scopes' | 'expiresAt'>,
  ): Promise<void> {
    await currentManager()
      .createQueryBuilder()
      .insert()
      .into(ApiKeyRecord, ['id', 'actorId', 'name', 'prefix', 'secretHash', 'scopes', 'expiresAt'])
      .values(key)
      // What it would read back it may not read.
      .updateEntity(false)
      .returning('')
      .execute();
  }

  async insertIntegrator(id: string, name: string): Promise<void> {
    await currentManager().insert(ActorRecord, { id, kind: 'machine', name });
    await currentManager().query(`insert into access.person_role (person, role) values ($1, 'integrator')`, [
      id,
    ]);
  }

  async revoke(id: string): Promise<void> {
    await currentManager().query(
      'update api_key set revoked_at = now(), revision = gen_random_uuid() where id = $1 and revoked_at is null',
      [id],
    );
  }

  /** The former goes on until `until`, or its own end if that comes first. */
  async succeed(id: string, successor: string, until: Date): Promise<void> {
    await currentManager().query(
      `update api_key set rotated_to = $2, expires_at = least(expires_at, $3), revision = gen_random_uuid()
        where id = $1`,
      [id, successor, until],
    );
  }
}
