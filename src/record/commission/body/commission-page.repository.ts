import { Injectable } from '@nestjs/common';
import { Keyset, type ListOrder, parseSort } from '#src/foundation/common/index.js';
import type { NamedQuery } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import {
  COMMISSIONER_ORDER,
  CommissionerRepository,
  type CommissionerRow,
} from '../bench/commissioners/commissioner.repository.js';
import { POST_ORDER } from '../bench/posts/post.repository.js';
import { VacancyRepository, type VacancyRow } from '../bench/posts/vacancy.repository.js';
import {
  ORGANISATION_ORDER,
  OrganisationRepository,
  type OrganisationRow,
} from '../organisations/organisation.repository.js';
import { SECTOR_ORDER, SectorRepository, type SectorRow } from '../sectors/sector.repository.js';
import { ZONE_ORDER, ZoneRepository, type ZoneRow } from '../zones/zone.repository.js';
import { type CommissionPart, MOST_EMBEDDED } from './commission-parts.js';
import { CommissionRepository, type CommissionRow } from './commission.repository.js';
import { joinedRows } from './joined-rows.js';

/** One row more than is shown says that there are more. */
export interface CommissionPageRow {
  commission: CommissionRow[];
  bench?: CommissionerRow[];
  sectors?: SectorRow[];
  sponsors?: OrganisationRow[];
  zones?: ZoneRow[];
  vacancies?: VacancyRow[];
}

@Injectable()
export class CommissionPageRepository {
  constructor(
    private readonly gate: Gate,
    private readonly commission: CommissionRepository,
    private readonly commissioners: CommissionerRepository,
    private readonly sectors: SectorRepository,
    private readonly organisations: OrganisationRepository,
    private readonly zones: ZoneRepository,
    private readonly vacancies: VacancyRepository,
  ) {}

  /** The commission and the first page of each of these lists, asked as the lists themselves ask: one statement. */
  async find(parts: readonly CommissionPart[]): Promise<CommissionPageRow> {
    const query = joinedRows({
      commission: this.commission.finding(),
      ...Object.fromEntries(parts.map((part) => [part, this.listing(part)])),
    });
    const [row] = await this.gate.rows<CommissionPageRow & Record<string, unknown>>(query);
    if (!row) throw new Error('a statement without a from clause has one row');
    return row;
  }

  private listing(part: CommissionPart): NamedQuery {
    switch (part) {
      case 'bench':
        return this.commissioners.listing(undefined, firstPage(COMMISSIONER_ORDER));
      case 'sectors':
        return this.sectors.listing({}, firstPage(SECTOR_ORDER));
      case 'sponsors':
        return this.organisations.listing({}, firstPage(ORGANISATION_ORDER));
      case 'zones':
        return this.zones.listing(null, firstPage(ZONE_ORDER));
      case 'vacancies':
        return this.vacancies.listing({}, firstPage(POST_ORDER));
    }
  }
}

const firstPage = (order: ListOrder): Keyset => new Keyset(parseSort(order, undefined), MOST_EMBEDDED, null);
