import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { currentManager } from '#src/foundation/database/index.js';
import { ZoneCounty } from './zone-county.entity.js';

@Injectable()
export class ZoneCountyRepository {
  /**
   * One writer at a time at the map: of two who swap counties between zones each would wait for the other. Take it
   * last, when nothing else is waited for.
   */
  async lock(): Promise<void> {
    await currentManager().query(`select pg_advisory_xact_lock(hashtextextended('zone_county', 0))`);
  }

  /** In which zone those of the counties lie that lie in one. */
  async zonesOf(counties: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await currentManager().findBy(ZoneCounty, { fips: In(counties) });
    return new Map(rows.map(({ fips, zoneId }) => [fips, zoneId]));
  }

  /** The zone's counties are these and no others. */
  async replace(zoneId: string, counties: readonly string[]): Promise<void> {
    await currentManager().delete(ZoneCounty, { zoneId });
    if (counties.length === 0) return;
    await currentManager().insert(
      ZoneCounty,
      counties.map((fips) => ({ fips, zoneId })),
    );
  }
}
