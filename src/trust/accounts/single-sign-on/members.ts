import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { currentManager } from '#src/foundation/database/index.js';
import type { Role } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { ActorRecord } from '../entities/actor.entity.js';
import { IdentityLink } from '../entities/identity-link.entity.js';
import { UserAccount } from '../entities/user-account.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { SENSITIVE_ROLES } from '../roles/role.policy.js';
import { type Claims, GROUP_ROLES } from './claims.js';
import { notAMember } from './single-sign-on.errors.js';

interface Found {
  id: string;
  status: 'invited' | 'active' | 'disabled';
}

/** Who a provider's person is here. */
@Injectable()
export class Members {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The account that the provider's person has, found by issuer and subject, at first by a verified address, else
   * made if a group gives a role. The ordinary roles then are those of the groups, no more and no fewer.
   *
   * @throws DomainError 403 NOT_A_MEMBER for a disabled account, where there is neither an account nor a role, and at
   *   first for an account with a sensitive role, or asked to have one
   */
  admit(claims: Claims, roles: readonly Role[]): Promise<string> {
    return this.desk.write(async () => {
      // Two first visits at once of one person make one account.
      await currentManager().query('select pg_advisory_xact_lock(1764024, hashtext($1))', [
        `${claims.issuer} ${claims.subject}`,
      ]);
      const found = await this.find(claims);
      if (found?.status === 'disabled' || (!found && roles.length === 0)) throw notAMember();
      const id = found?.id ?? (await this.make(claims));
      if (found?.status === 'invited')
        await currentManager().query(`update user_account set status = 'active' where id = $1`, [id]);
      const changed = await this.setRoles(id, roles);
      // The same act as an administrator's: the log raises the same alert.
      if (changed)
        await this.audit.record('user.roles_set', 'user_account', id, { given: roles, by: 'provider' });
      await this.audit.record('session.vouched', 'user_account', id, { roles });
      return id;
    });
  }

  private async find({ issuer, subject, email }: Claims): Promise<Found | null> {
    const manager = currentManager();
    const [linked] = await manager.query<Found[]>(
      `select u.id, u.status from identity_link l join user_account u on u.id = l.account_id
        where l.issuer = $1 and l.subject = $2 for update of u`,
      [issuer, subject],
    );
    if (linked) return linked;
    const [named] = await manager.query<(Found & { trusted: boolean })[]>(
      `select u.id, u.status,
              exists (select from access.person_role p where p.person = u.id and p.role = any ($2))
              or exists (select from role_request r where r.account_id = u.id and r.outcome is null) as trusted
         from user_account u where u.email_key = $1 for update of u`,
      [email, SENSITIVE_ROLES],
    );
    if (!named) return null;
    // Whoever keeps another house's addresses must not become our custodian by one of them.
    if (named.trusted) throw notAMember();
    await manager.insert(IdentityLink, { issuer, subject, accountId: named.id });
    return named;
  }

  private async make({ issuer, subject, name, email }: Claims): Promise<string> {
    if (email === null) throw notAMember();
    const id = randomUUID();
    const manager = currentManager();
    await manager.insert(ActorRecord, { id, kind: 'person', name });
    await manager.insert(UserAccount, { id, email, emailKey: email, status: 'active' });
    await manager.insert(IdentityLink, { issuer, subject, accountId: id });
    return id;
  }

  private async setRoles(id: string, roles: readonly Role[]): Promise<boolean> {
    const [, removed] = await currentManager().query<[unknown, number]>(
      'delete from access.person_role where person = $1 and role = any ($2) and not role = any ($3)',
      [id, GROUP_ROLES, roles],
    );
    const added = await currentManager().query<unknown[]>(
      `insert into access.person_role (person, role) select $1, unnest($2::text[])
       on conflict (person, role) do nothing returning role`,
      [id, roles],
    );
    return removed > 0 || added.length > 0;
  }
}
