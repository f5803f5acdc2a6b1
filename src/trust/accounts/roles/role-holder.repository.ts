import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import type { GivenRole } from './role.policy.js';

/** Who holds which role; within a unit of work. */
@Injectable()
export class RoleHolderRepository {
  async give(accountId: string, roles: readonly GivenRole[]): Promise<void> {
    await currentManager().query(
      `insert into access.person_role (person, role) select $1, unnest($2::text[]) on conflict (person, role) do nothing`,
      [accountId, roles],
    );
  }

  async take(accountId: string, roles: readonly GivenRole[]): Promise<void> {
    await currentManager().query(
      'delete from access.person_role where person = $1 and role = any ($2::text[])',
      [accountId, roles],
    );
  }
}
