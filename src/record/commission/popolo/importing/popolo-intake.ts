import { Injectable } from '@nestjs/common';
import { DomainError, given } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { labelOfPost, labelOfTerm } from '../../bench/bench.policy.js';
import { PostRepository } from '../../bench/posts/post.repository.js';
import { TermRepository } from '../../bench/terms/term.repository.js';
import { COMMISSION_ID } from '../../body/commission.entity.js';
import { CommissionRepository } from '../../body/commission.repository.js';
import { labelOfCommission, labelOfPerson, labelOfSector, labelOfZone } from '../../commission.policy.js';
import { labelOfOrganisation } from '../../organisations/organisation.policy.js';
import { OrganisationRepository } from '../../organisations/organisation.repository.js';
import { PersonRepository } from '../../people/person.repository.js';
import { SectorRepository } from '../../sectors/sector.repository.js';
import { ZoneCounty } from '../../zones/zone-county.entity.js';
import { ZoneCountyRepository } from '../../zones/zone-county.repository.js';
import { ZoneRepository } from '../../zones/zone.repository.js';
import { PopoloRefusal } from './popolo-problems.js';
import type { CommissionRecord, CountyRecord, Placed, PopoloRecords } from './popolo-records.js';
import { differing } from './popolo-stock.js';

/** Writes what is new, each with its row in the log; a refusal of the database is told with its place in the file. */
@Injectable()
export class PopoloIntake {
  constructor(
    private readonly commission: CommissionRepository,
    private readonly people: PersonRepository,
    private readonly organisations: OrganisationRepository,
    private readonly sectors: SectorRepository,
    private readonly posts: PostRepository,
    private readonly terms: TermRepository,
    private readonly zones: ZoneRepository,
    private readonly map: ZoneCountyRepository,
    private readonly audit: AuditLog,
  ) {}

  /** One import at a time: of two that bring the same, the later finds it there. */
  async waitForOthers(): Promise<void> {
    await currentManager().query(`select pg_advisory_xact_lock(hashtextextended('popolo', 11))`);
  }

  /** Nobody shortens a post that is there while terms come into it. */
  async hold(postIds: readonly string[]): Promise<void> {
    for (const id of postIds.toSorted()) await this.posts.lock(id);
  }

  /** How many of each kind came in. */
  async take(fresh: PopoloRecords): Promise<Record<keyof PopoloRecords, number>> {
    return {
      commission: fresh.commission ? await this.putCommission(fresh.commission) : 0,
      organisations: await this.each('organisation', fresh.organisations, (record) => {
        const listed = record.listed ?? false;
        return this.organisations.insert({ ...given(record), listed, ...labelOfOrganisation({ listed }) });
      }),
      sectors: await this.each('sector', fresh.sectors, (record) =>
        this.sectors.insert({ ...given(record), ...labelOfSector() }),
      ),
      persons: await this.each('person', fresh.persons, (record) => {
        const listed = record.listed ?? false;
        return this.people.insert({ ...given(record), listed, ...labelOfPerson({ listed }) });
      }),
      posts: await this.each('post', fresh.posts, (record) =>
        this.posts.insert({ ...given(record), ...labelOfPost() }),
      ),
      terms: await this.each('membership', fresh.terms, (record) =>
        this.terms.insert({ ...given(record), ...labelOfTerm() }),
      ),
      zones: await this.each('zone', fresh.zones, (record) =>
        this.zones.insert({ ...record, ...labelOfZone() }),
      ),
      counties: await this.draw(fresh.counties),
    };
  }

  private async each<T extends { readonly id: string }>(
    kind: string,
    placed: readonly Placed<T>[],
    insert: (record: T) => Promise<void>,
  ): Promise<number> {
    for (const { pointer, record } of placed) {
      try {
        await insert(record);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        throw new PopoloRefusal([{ pointer, code: error.code, detail: error.detail }]);
      }
      await this.audit.record(`${kind}.imported`, kind, record.id);
    }
    return placed.length;
  }

  private async putCommission({ record }: Placed<CommissionRecord>): Promise<number> {
    const fields = differing(await this.commission.lock(), record);
    if (fields.length === 0) return 0;
    await this.commission.update({ ...given(record), ...labelOfCommission() });
    await this.audit.record('commission.imported', 'commission', COMMISSION_ID, { fields });
    return 1;
  }

  private async draw(placed: readonly Placed<CountyRecord>[]): Promise<number> {
    if (placed.length === 0) return 0;
    await this.map.lock();
    const there = await this.map.zonesOf(placed.map(({ record }) => record.fips));
    const elsewhere = placed.filter(
      ({ record }) => (there.get(record.fips) ?? record.zoneId) !== record.zoneId,
    );
    if (elsewhere.length > 0) {
      const detail = 'lies in another zone there';
      throw new PopoloRefusal(elsewhere.map(({ pointer }) => ({ pointer, code: 'DIFFERS', detail })));
    }
    const fresh = placed.filter(({ record }) => !there.has(record.fips));
    for (const { record } of fresh) await currentManager().insert(ZoneCounty, record);
    if (fresh.length > 0) {
      await this.audit.record('zone.counties_imported', 'commission', COMMISSION_ID, {
        counties: fresh.map(({ record }) => record.fips),
      });
    }
    return fresh.length;
  }
}
