import { Injectable } from '@nestjs/common';
import { unknownReferences } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { Bookings } from '../bookings/bookings.js';
import { labelOfHearing } from '../../hearing/hearing.policy.js';
import { HearingRepository } from '../../hearing/hearing.repository.js';
import { hearingNotFound } from '../../hearings.errors.js';
import { RosterDto, type SetRosterDto } from './roster.dto.js';
import { RosterRepository } from './roster.repository.js';

/** Which commissioners are to sit at a hearing. */
@Injectable()
export class RosterService {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingRepository,
    private readonly roster: RosterRepository,
    private readonly bookings: Bookings,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  async get(hearingId: string): Promise<RosterDto> {
    const row = await this.roster.find(hearingId);
    if (!row) throw hearingNotFound();
    return RosterDto.from(row);
  }

  async set(hearingId: string, ifMatch: readonly string[] | '*', input: SetRosterDto): Promise<RosterDto> {
    await this.gate.write(async () => {
      const hearing = await this.hearings.lock(hearingId);
      if (!hearing) throw hearingNotFound();
      await this.freshness.assert(ifMatch, hearing);
      const ids = input.personIds.map((id) => id.toLowerCase());
      const known = await this.roster.known(ids);
      const unknown = ids.flatMap((id, i) => (known.has(id) ? [] : [`/personIds/${i}`]));
      if (unknown.length > 0) throw unknownReferences(unknown);
      await this.roster.replace(hearingId, ids);
      // The roster is told by the hearing's ETag: writing the hearing's row gives it a new one.
      await this.hearings.update(hearingId, labelOfHearing(hearing));
      await this.bookings.assertFree(hearingId);
      await this.audit.record('hearing.roster_set', 'hearing', hearingId, {
        fields: ['personIds'],
        count: ids.length,
      });
    });
    return this.get(hearingId);
  }
}
