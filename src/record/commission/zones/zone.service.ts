import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { zoneNotFound } from '../commission.errors.js';
import { labelOfZone } from '../commission.policy.js';
import { type CreateZoneDto, type ListZonesQuery, type UpdateZoneDto, ZoneDto } from './zone.dto.js';
import { ZoneCountyRepository } from './zone-county.repository.js';
import { countyTaken } from './zone.errors.js';
import { ZONE_ORDER, ZoneRepository } from './zone.repository.js';

@Injectable()
export class ZoneService {
  constructor(
    private readonly gate: Gate,
    private readonly zones: ZoneRepository,
    private readonly map: ZoneCountyRepository,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  list(query: ListZonesQuery, wantsTotal: boolean): Promise<Page<ZoneDto>> {
    const county = query.county ?? null;
    return this.pager.page({
      list: 'zones',
      query,
      order: ZONE_ORDER,
      fetch: (keyset) => this.zones.list(county, keyset),
      item: (row) => ZoneDto.from(row),
      ...(wantsTotal && { total: () => this.zones.count(county) }),
    });
  }

  async get(id: string): Promise<ZoneDto> {
    const row = await this.zones.find(id);
    if (!row) throw zoneNotFound();
    return ZoneDto.from(row);
  }

  /** Those of the ids that name a zone the caller can see. */
  async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(ids.length === 0 ? [] : await this.zones.known(ids));
  }

  async create(input: CreateZoneDto, key?: string): Promise<ZoneDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createZone',
        payload: input,
        create: () => this.insert(input),
      }),
    );
    return this.get(id);
  }

  async update(id: string, ifMatch: readonly string[] | '*', input: UpdateZoneDto): Promise<ZoneDto> {
    const { counties, ...change } = given(input);
    await this.gate.write(async () => {
      const zone = await this.zones.lock(id);
      if (!zone) throw zoneNotFound();
      await this.freshness.assert(ifMatch, zone);
      await this.zones.update(id, { ...change, ...labelOfZone() });
      if (counties) await this.draw(id, counties);
      await this.audit.record('zone.updated', 'zone', id, { fields: Object.keys(given(input)) });
    });
    return this.get(id);
  }

  private async insert(input: CreateZoneDto): Promise<string> {
    const id = randomUUID();
    const { counties, ...zone } = input;
    await this.zones.insert({ id, ...zone, ...labelOfZone() });
    if (counties) await this.draw(id, counties);
    await this.audit.record('zone.created', 'zone', id);
    return id;
  }

  private async draw(id: string, counties: readonly string[]): Promise<void> {
    await this.map.lock();
    const zones = await this.map.zonesOf(counties);
    const isElsewhere = (fips: string) => (zones.get(fips) ?? id) !== id;
    const taken = counties.flatMap((fips, place) => (isElsewhere(fips) ? [place] : []));
    if (taken.length > 0) throw countyTaken(taken);
    await this.map.replace(id, counties);
  }
}
