import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager, isUniqueViolation } from '#src/foundation/database/index.js';
import { ActorRecord } from '../entities/actor.entity.js';
import { type AccountLanguage, type AccountStatus, UserAccount } from '../entities/user-account.entity.js';
import type { GivenRole } from '../roles/role.policy.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { emailKeyOf } from '../shared/email-address.js';
import { emailTaken } from './user.errors.js';

export interface UserRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: AccountLanguage;
  readonly status: AccountStatus;
  readonly roles: GivenRole[];
  readonly requestedRoles: GivenRole[];
  readonly hasSecondFactor: boolean;
  readonly lastSignInOn: string | null;
  readonly createdAt: Date;
  readonly revision: string;
}

export interface UserFilter {
  readonly status: AccountStatus | null;
  readonly role: GivenRole | null;
}

export const USER_ORDER: ListOrder = {
  keys: {
    name: { sql: 'a.name', type: 'text' },
    createdAt: { sql: 'u.created_at', type: 'timestamptz' },
    id: { sql: 'u.id', type: 'uuid' },
  },
  unique: 'id',
  default: 'name',
};

const ROWS = `select u.id, a.name, u.email, u.language, u.status, u.revision,
    array(select p.role from access.person_role p where p.person = u.id and p.role <> 'public' order by 1) as roles,
    array(select q.role from role_request q where q.account_id = u.id and q.outcome is null order by 1) as "requestedRoles",
    exists (select from account_factor f where f.account_id = u.id and f.confirmed_at is not null) as "hasSecondFactor",
    u.last_sign_in_on::text as "lastSignInOn", u.created_at as "createdAt"`;

const FROM = 'from user_account u join actor a on a.id = u.id';

const FILTER = `($1::text is null or u.status = $1)
    and ($2::text is null or exists (select from access.person_role p where p.person = u.id and p.role = $2))`;

export interface NewUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: AccountLanguage;
  readonly invitedBy: string;
}

export type UserChange = Partial<Pick<UserAccount, 'email' | 'language' | 'status'>> & { name?: string };

@Injectable()
export class UsersRepository {
  constructor(private readonly desk: AccountsDesk) {}

  list({ status, role }: UserFilter, keyset: Keyset): Promise<UserRow[]> {
    return this.desk.rows({
      name: `users.list ${keyset.name}`,
      text: `${ROWS} ${keyset.columns} ${FROM} where ${FILTER} and ${keyset.where(3)}
              order by ${keyset.order} limit ${keyset.limit(3)}`,
      values: [status, role, ...keyset.values],
    });
  }

  async count({ status, role }: UserFilter): Promise<number> {
    const [row] = await this.desk.rows<{ total: number }>({
      name: 'users.count',
      text: `select count(*)::int as total from user_account u where ${FILTER}`,
      values: [status, role],
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<UserRow | null> {
    const [row] = await this.desk.rows<UserRow>({
      name: 'users.find',
      text: `${ROWS} ${FROM} where u.id = $1`,
      values: [id],
    });
    return row ?? null;
  }

  async idOf(email: string): Promise<string | null> {
    const [row] = await this.desk.rows<{ id: string }>({
      name: 'users.id-of',
      text: 'select id from user_account where email_key = $1',
      values: [emailKeyOf(email)],
    });
    return row?.id ?? null;
  }

  /** Waits for whoever is changing it; what it then reads cannot change until the transaction ends. */
  lock(id: string): Promise<UserAccount | null> {
    return currentManager().findOne(UserAccount, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @throws DomainError 409 EMAIL_TAKEN */
  async insert({ id, name, email, ...account }: NewUser): Promise<void> {
    await currentManager().insert(ActorRecord, { id, kind: 'person', name });
    await currentManager()
      .insert(UserAccount, { id, email, emailKey: emailKeyOf(email), ...account })
      .catch(refuseTakenAddress);
  }

  /** @throws DomainError 409 EMAIL_TAKEN */
  async update(id: string, { name, email, ...change }: UserChange): Promise<void> {
    if (name !== undefined) await currentManager().update(ActorRecord, id, { name });
    const address = email === undefined ? {} : { email, emailKey: emailKeyOf(email) };
    await currentManager()
      .update(UserAccount, id, {
        ...change,
        ...address,
        revision: () => 'gen_random_uuid()',
        updatedAt: () => 'now()',
      })
      .catch(refuseTakenAddress);
  }

  /** What is shown of the account changed elsewhere: in its roles. */
  touch(id: string): Promise<void> {
    return this.update(id, {});
  }

  /** Whether its person has a way to sign in: a password, or another house's word for them. */
  async hasProof(id: string): Promise<boolean> {
    const [row] = await this.desk.rows<{ has: boolean }>({
      name: 'users.has-proof',
      text: `select u.password_hash is not null or exists (select from identity_link l where l.account_id = u.id) as has
               from user_account u where u.id = $1`,
      values: [id],
    });
    return row?.has ?? false;
  }
}

function refuseTakenAddress(error: unknown): never {
  throw isUniqueViolation(error, 'user_account_email') ? emailTaken() : error;
}
