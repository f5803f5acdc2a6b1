import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUuid } from '#src/foundation/common/index.js';
import { Guides, type HearingDirectory } from '#src/holdings/search/index.js';
import { Gate } from '#src/trust/access/index.js';

/** Tells search which hearings serve a zone. */
@Injectable()
export class ZoneDirectory implements HearingDirectory, OnModuleInit {
  constructor(
    private readonly gate: Gate,
    private readonly guides: Guides,
  ) {}

  onModuleInit(): void {
    this.guides.registerDirectory(this);
  }

  async hearingsInZone(zone: string): Promise<string[]> {
    const readable = this.gate.readable('h', 2);
    const column = isUuid(zone) ? 'z.id = $1::uuid' : 'z.number = $1::int';
    const rows = await this.gate.rows<{ id: string }>({
      name: `hearings.in-zone ${readable.form} ${isUuid(zone) ? 'id' : 'number'}`,
      text: `select h.id from zone z join hearing_zone hz on hz.zone_id = z.id join hearing h on h.id = hz.hearing_id
              where ${column} and ${readable.sql}`,
      values: [zone, ...readable.values],
    });
    return rows.map(({ id }) => id);
  }
}
