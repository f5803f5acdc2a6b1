import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { sqlState, unknownReferences } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { SearchIndex } from '#src/holdings/search/index.js';
import { ZoneService } from '#src/record/commission/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { Bookings } from '../scheduling/bookings/bookings.js';
import { hearingInUse, hearingNotFound, notADraft, steppedBack } from '../hearings.errors.js';
import { NoticeGiving } from '../notice/notice-giving.js';
import { PartSearch } from '../search/part-search.js';
import { HearingSearch } from '../search/hearing-search.js';
import { StatusHistory } from '../status/status-history.js';
import { columnsOf, newHearing } from './hearing-columns.js';
import type { CreateHearingDto, UpdateHearingDto } from './hearing-input.dto.js';
import { HearingDto } from './hearing.dto.js';
import type { Hearing } from './hearing.entity.js';
import { assertKeepsNotice, assertOrder, labelOfHearing, takesUpOther } from './hearing.policy.js';
import { HearingRepository } from './hearing.repository.js';

/** Making a hearing, changing what is planned of it, and dropping a draft. */
@Injectable()
export class HearingPlanningService {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingRepository,
    private readonly zones: ZoneService,
    private readonly history: StatusHistory,
    private readonly bookings: Bookings,
    private readonly notices: NoticeGiving,
    private readonly search: HearingSearch,
    private readonly parts: PartSearch,
    private readonly index: SearchIndex,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  async create(input: CreateHearingDto, key?: string): Promise<HearingDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createHearing',
        payload: input,
        create: () => this.insert(input),
      }),
    );
    return this.show(id);
  }

  async update(id: string, ifMatch: readonly string[] | '*', input: UpdateHearingDto): Promise<HearingDto> {
    await this.gate.write(async () => {
      const before = await this.hearings.lock(id);
      if (!before) throw hearingNotFound();
      await this.freshness.assert(ifMatch, before);
      const columns = columnsOf(input);
      const after: Hearing = { ...before, ...columns };
      assertOrder(after);
      const zoneIds = await this.knownZones(input.zoneIds);
      assertKeepsNotice(before, after);
      await this.hearings.update(id, { ...columns, ...labelOfHearing(after) });
      if (zoneIds) await this.hearings.setZones(id, zoneIds);
      if (takesUpOther(before, after)) await this.bookings.assertFree(id);
      await this.notices.followUpdate({ before, after }, input.exception);
      await this.followInSearch(before, after);
      await this.audit.record('hearing.updated', 'hearing', id, { fields: Object.keys(columns) });
    });
    return this.show(id);
  }

  async remove(id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    await this.gate.write(async () => {
      const hearing = await this.hearings.lock(id);
      if (!hearing) throw hearingNotFound();
      await this.freshness.assert(ifMatch, hearing);
      if (hearing.status !== 'draft') throw notADraft();
      if (await this.hearings.isRecused(id)) throw steppedBack();
      await this.hearings.remove(id).catch((error: unknown) => {
        // Of which room, the hearing does not know.
        throw sqlState(error) === '23503' ? hearingInUse() : error;
      });
      await this.audit.record('hearing.deleted', 'hearing', id);
    });
  }

  private async insert(input: CreateHearingDto): Promise<string> {
    const id = randomUUID();
    const hearing = newHearing(input);
    assertOrder(hearing);
    const zoneIds = await this.knownZones(input.zoneIds);
    await this.hearings.insert({ id, ...hearing, ...labelOfHearing(hearing) });
    if (zoneIds) await this.hearings.setZones(id, zoneIds);
    await this.putSearch(id);
    await this.history.append(id, { from: null, to: 'draft', reason: null, previousStartsAt: null });
    await this.audit.record('hearing.created', 'hearing', id);
    return id;
  }

  private async knownZones(given: readonly string[] | undefined): Promise<string[] | undefined> {
    if (!given) return undefined;
    const ids = given.map((id) => id.toLowerCase());
    const known = await this.zones.known(ids);
    const unknown = ids.flatMap((id, i) => (known.has(id) ? [] : [`/zoneIds/${i}`]));
    if (unknown.length > 0) throw unknownReferences(unknown);
    return [...new Set(ids)];
  }

  private async followInSearch(before: Hearing, after: Hearing): Promise<void> {
    const milliseconds = after.startsAt.getTime() - before.startsAt.getTime();
    if (milliseconds !== 0) await this.index.shift(after.id, milliseconds);
    if (before.title !== after.title) await this.index.retitle(after.id, after.title);
    // What hangs on it is stemmed in its language.
    if (before.language !== after.language) await this.parts.putAll(after);
    await this.putSearch(after.id);
  }

  private async putSearch(id: string): Promise<void> {
    const row = await this.hearings.find(id);
    if (!row) throw hearingNotFound();
    await this.search.putHearing(row);
  }

  private async show(id: string): Promise<HearingDto> {
    const row = await this.hearings.find(id);
    if (!row) throw hearingNotFound();
    return HearingDto.from(row);
  }
}
