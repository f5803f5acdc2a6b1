import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { assertFresh, type Page, Pager } from '#src/foundation/common/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { FactorDto, type ListFactorsQuery, type RenameFactorDto } from './factor.dto.js';
import { factorNotFound, lastFactor } from './factor.errors.js';
import { FactorOwner } from './factor-owner.js';
import { isLast } from './factor.policy.js';
import { FACTOR_ORDER, FactorsRepository, type FactorRow } from './factors.repository.js';
import { FactorMail } from './notices/factor-mail.js';

type IfMatch = readonly string[] | '*';

/** One's own second factors. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly owner: FactorOwner,
    private readonly factors: FactorsRepository,
    private readonly pager: Pager,
    private readonly mail: FactorMail,
    private readonly audit: AuditLog,
  ) {}

  list(query: ListFactorsQuery, wantsTotal: boolean): Promise<Page<FactorDto>> {
    const { id } = this.owner.reader();
    return this.pager.page({
      list: 'factors',
      query,
      order: FACTOR_ORDER,
      fetch: (keyset) => this.factors.list(id, keyset),
      item: (row) => FactorDto.from(row),
      ...(wantsTotal && { total: () => this.factors.count(id) }),
    });
  }

  async get(id: string): Promise<FactorDto> {
    return FactorDto.from(await this.find(id));
  }

  async rename(id: string, ifMatch: IfMatch, { name }: RenameFactorDto): Promise<FactorDto> {
    await this.desk.write(async () => {
      await this.held(id, ifMatch);
      await this.factors.rename(id, name);
      await this.audit.record('factor.renamed', 'account_factor', id);
    });
    return this.get(id);
  }

  /** @throws DomainError 403 PROOF_TOO_OLD, 409 LAST_FACTOR */
  async remove(id: string, ifMatch: IfMatch, request: Request): Promise<void> {
    const owner = await this.owner.writer(request);
    const { confirmedAt } = await this.desk.write(async () => {
      const row = await this.held(id, ifMatch);
      if (isLast(id, await this.factors.confirmed(owner.id), owner.roles)) throw lastFactor();
      await this.factors.remove(id);
      await this.audit.record('factor.removed', 'account_factor', id, { kind: row.kind });
      return row;
    });
    if (confirmedAt) await this.mail.tell(owner.id, 'removed');
  }

  private async held(id: string, ifMatch: IfMatch): Promise<FactorRow> {
    await this.factors.lockAccount(this.owner.reader().id);
    const row = await this.find(id);
    assertFresh(ifMatch, row.revision);
    return row;
  }

  private async find(id: string): Promise<FactorRow> {
    const row = await this.factors.find(this.owner.reader().id, id);
    if (!row) throw factorNotFound();
    return row;
  }
}
