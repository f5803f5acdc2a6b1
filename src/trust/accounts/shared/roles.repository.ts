import { Injectable } from '@nestjs/common';
import { type Role, ROLES } from '#src/trust/access/index.js';
import { AccountsDesk } from './accounts-desk.js';

@Injectable()
export class RolesRepository {
  constructor(private readonly desk: AccountsDesk) {}

  async of(accountId: string): Promise<Role[]> {
    const rows = await this.desk.rows<{ role: string }>({
      name: 'roles.of',
      text: 'select role from access.person_role where person = $1 order by role',
      values: [accountId],
    });
    return rows.map(({ role }) => role).filter((role): role is Role => ROLES.some((known) => known === role));
  }
}
