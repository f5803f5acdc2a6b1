import { Injectable } from '@nestjs/common';
import { unknownReferences } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';

export interface Named {
  readonly sectorId?: string | null;
  /** An organisation, and where the body names it. */
  readonly organisationId?: string | null;
  readonly organisationAt: string;
}

/** What a post or a term names beside its own room: a sector, an organisation. */
@Injectable()
export class BenchReferences {
  constructor(private readonly gate: Gate) {}

  /**
   * The last day of the sector, null if it goes on or none is named. It stays so until the write ends.
   *
   * @throws DomainError 422 UNKNOWN_REFERENCE for what is absent, or hidden from the caller
   */
  async assertKnown({ sectorId, organisationId, organisationAt }: Named): Promise<string | null> {
    if (!sectorId && !organisationId) return null;
    const [sector, organisation] = [this.gate.readable('s', 3), this.gate.readable('o', 3)];
    const [row] = await this.gate.rows<{
      sector: string | null;
      endedOn: string | null;
      organisation: string | null;
    }>({
      name: `bench.references ${sector.form}`,
      // Whoever ends the sector meanwhile waits, and then finds the seat.
      text: `with s as (select s.id, s.ended_on from sector s where s.id = $1 and ${sector.sql} for share)
               select s.id as sector, s.ended_on::text as "endedOn", o.id as organisation
                 from (values (1)) one
                 left join s on true
                 left join organisation o on o.id = $2 and ${organisation.sql}`,
      values: [sectorId ?? null, organisationId ?? null, ...sector.values],
    });
    const unknown = [
      ...(sectorId && !row?.sector ? ['/sectorId'] : []),
      ...(organisationId && !row?.organisation ? [organisationAt] : []),
    ];
    if (unknown.length > 0) throw unknownReferences(unknown);
    return row?.endedOn ?? null;
  }
}
