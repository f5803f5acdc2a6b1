import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import {
  type CreateMatterDto,
  type ListMattersQuery,
  MatterDto,
  type UpdateMatterDto,
} from './matter.dto.js';
import { matterNotFound } from './matter.errors.js';
import { labelOfMatter } from './matter.policy.js';
import { MATTER_ORDER, MatterRepository } from './matter.repository.js';

@Injectable()
export class MatterService {
  constructor(
    private readonly gate: Gate,
    private readonly matters: MatterRepository,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  list(query: ListMattersQuery, wantsTotal: boolean): Promise<Page<MatterDto>> {
    return this.pager.page({
      list: 'matters',
      query,
      order: MATTER_ORDER,
      fetch: (keyset) => this.matters.list(keyset),
      item: (row) => MatterDto.from(row),
      ...(wantsTotal && { total: () => this.matters.count() }),
    });
  }

  async get(id: string): Promise<MatterDto> {
    const row = await this.matters.find(id);
    if (!row) throw matterNotFound();
    return MatterDto.from(row);
  }

  /** Whether the caller may name this matter: hidden and absent are the same. */
  async isKnown(id: string): Promise<boolean> {
    return (await this.matters.find(id)) !== null;
  }

  async create(input: CreateMatterDto, key?: string): Promise<MatterDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createMatter',
        payload: input,
        create: () => this.insert(input),
      }),
    );
    return this.get(id);
  }

  /** @throws DomainError 404 MATTER_NOT_FOUND, 412 STALE */
  async update(id: string, ifMatch: readonly string[] | '*', input: UpdateMatterDto): Promise<MatterDto> {
    const change = given(input);
    await this.gate.write(async () => {
      const before = await this.matters.lock(id);
      if (!before) throw matterNotFound();
      await this.freshness.assert(ifMatch, before);
      await this.matters.update(id, { ...change, ...labelOfMatter({ ...before, ...change }) });
      await this.audit.record('matter.updated', 'matter', id, { fields: Object.keys(change) });
    });
    return this.get(id);
  }

  private async insert(input: CreateMatterDto): Promise<string> {
    const id = randomUUID();
    const closed = input.closed ?? false;
    await this.matters.insert({ ...given(input), id, matterId: id, closed, ...labelOfMatter({ closed }) });
    await this.audit.record('matter.created', 'matter', id, { closed });
    return id;
  }
}
