import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { labelOfSector } from '../commission.policy.js';
import { assertDays } from '../shared/days.js';
import {
  type CreateSectorDto,
  type ListSectorsQuery,
  SectorDto,
  type UpdateSectorDto,
} from './sector.dto.js';
import { sectorInUse, sectorNotFound } from './sector.errors.js';
import { SECTOR_ORDER, SectorRepository } from './sector.repository.js';

@Injectable()
export class SectorService {
  constructor(
    private readonly gate: Gate,
    private readonly sectors: SectorRepository,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  list(query: ListSectorsQuery, wantsTotal: boolean): Promise<Page<SectorDto>> {
    return this.pager.page({
      list: 'sectors',
      query,
      order: SECTOR_ORDER,
      fetch: (keyset) => this.sectors.list(query, keyset),
      item: (row) => SectorDto.from(row),
      ...(wantsTotal && { total: () => this.sectors.count(query) }),
    });
  }

  async get(id: string): Promise<SectorDto> {
    const row = await this.sectors.find(id);
    if (!row) throw sectorNotFound();
    return SectorDto.from(row);
  }

  /** Whether there is such a sector; one that ended is still known. */
  async isKnown(id: string): Promise<boolean> {
    return (await this.sectors.find(id)) !== null;
  }

  /** @throws DomainError 409 SECTOR_KEY_TAKEN, 422 DAYS_REVERSED */
  async create(input: CreateSectorDto, key?: string): Promise<SectorDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createSector',
        payload: input,
        create: () => this.insert(input),
      }),
    );
    return this.get(id);
  }

  /** @throws DomainError 404 SECTOR_NOT_FOUND, 409 SECTOR_IN_USE, SECTOR_KEY_TAKEN, 412 STALE, 422 DAYS_REVERSED */
  async update(id: string, ifMatch: readonly string[] | '*', input: UpdateSectorDto): Promise<SectorDto> {
    const change = given(input);
    await this.gate.write(async () => {
      const before = await this.sectors.lock(id);
      if (!before) throw sectorNotFound();
      await this.freshness.assert(ifMatch, before);
      const { startedOn, endedOn } = { ...before, ...change };
      assertDays(startedOn, endedOn, '/endedOn');
      if (endedOn !== null && endedOn !== before.endedOn) await this.assertUnused(id, endedOn);
      await this.sectors.update(id, { ...change, ...labelOfSector() });
      await this.audit.record('sector.updated', 'sector', id, { fields: Object.keys(change) });
    });
    return this.get(id);
  }

  /** Its seats end first, and so the terms in them: nobody is left sitting for what is no more. */
  private async assertUnused(id: string, endedOn: string): Promise<void> {
    const seats = await this.sectors.seatsBeyond(id, endedOn);
    if (seats.length > 0) throw sectorInUse(seats);
  }

  private async insert(input: CreateSectorDto): Promise<string> {
    assertDays(input.startedOn ?? null, input.endedOn ?? null, '/endedOn');
    const id = randomUUID();
    await this.sectors.insert({ id, ...input, ...labelOfSector() });
    await this.audit.record('sector.created', 'sector', id);
    return id;
  }
}
