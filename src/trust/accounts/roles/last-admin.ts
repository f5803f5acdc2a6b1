import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { lastAdmin } from './role.errors.js';

/** Keeps one administrator who can sign in. */
@Injectable()
export class LastAdmin {
  /**
   * Call it within the write that takes the role or the account from an active administrator, after locking the
   * account. Of two who remove each other the second waits here, and then counts without the first.
   *
   * @throws DomainError 409 LAST_ADMIN
   */
  async assertAnother(accountId: string): Promise<void> {
    const manager = currentManager();
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('last administrator', 0))`);
    const [row] = await manager.query<{ others: boolean }[]>(
      `select exists (select from user_account u join access.person_role p on p.person = u.id and p.role = 'admin'
                       where u.status = 'active' and u.id <> $1) as others`,
      [accountId],
    );
    if (!row?.others) throw lastAdmin();
  }
}
