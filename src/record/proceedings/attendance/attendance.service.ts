import { Injectable } from '@nestjs/common';
import { currentTransaction } from '#src/foundation/database/index.js';
import { HearingService } from '#src/record/hearings/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { mainBookOf } from '../minutes/minutes.policy.js';
import { StandingRecord } from '../minutes/standing-record.js';
import { newlyLost } from '../quorum/quorum-changes.js';
import { SittingService } from '../quorum/sitting.service.js';
import { timelineOf } from '../quorum/timeline.js';
import type { RecordArrivalDto, RecordAttendanceDto, RecordDepartureDto } from './attendance-input.dto.js';
import { AttendanceEntryDto, AttendanceRollDto, RecordedAttendanceDto } from './attendance.dto.js';
import { commissionerNotFound, notAMember } from './attendance.errors.js';
import {
  assertHeld,
  assertMember,
  assertStays,
  type PointerOf,
  revisionOfStays,
  rollEntryId,
  stayOf,
  withArrival,
  withDeparture,
} from './attendance.policy.js';
import { AttendanceRepository } from './attendance.repository.js';
import type { Stay } from './presence.js';
import { entryOf, type RollEntry, rollOf } from './roll.js';

/** Whom a write is about, and when: the bench of those moments decides. */
interface Act {
  readonly moments: readonly Date[];
  readonly pointer: PointerOf;
  readonly ifMatch?: readonly string[] | '*';
  readonly action: 'recorded' | 'arrived' | 'departed';
  readonly change: (before: readonly Stay[]) => readonly Stay[];
}

@Injectable()
export class AttendanceService {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingService,
    private readonly sittings: SittingService,
    private readonly attendance: AttendanceRepository,
    private readonly standing: StandingRecord,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  async roll(hearingId: string): Promise<AttendanceRollDto> {
    const attended = await this.sittings.read(hearingId);
    const entries = rollOf(attended).map(({ member, stays }) => AttendanceEntryDto.from(member, stays));
    return AttendanceRollDto.from(hearingId, entries);
  }

  async get(hearingId: string, personId: string): Promise<AttendanceEntryDto> {
    const entry = entryOf(await this.sittings.read(hearingId), personId);
    if (!entry) throw commissionerNotFound();
    return AttendanceEntryDto.from(entry.member, entry.stays);
  }

  record(
    hearingId: string,
    personId: string,
    ifMatch: readonly string[] | '*',
    input: RecordAttendanceDto,
  ): Promise<RecordedAttendanceDto> {
    const stays = input.presences.map(stayOf);
    return this.act(hearingId, personId, {
      moments: stays.map(({ arrivedAt }) => arrivedAt),
      pointer: (index, field) => `/presences/${index}/${field}`,
      ifMatch,
      action: 'recorded',
      change: () => stays,
    });
  }

  arrive(hearingId: string, personId: string, input: RecordArrivalDto): Promise<RecordedAttendanceDto> {
    const { at, ...how } = input;
    const arrival = stayOf({ ...how, arrivedAt: at ?? new Date().toISOString() });
    const isPlaceSaid = how.mode !== undefined || how.place != null;
    return this.act(hearingId, personId, {
      moments: [arrival.arrivedAt],
      pointer: (_index, field) => (field === 'arrivedAt' ? '/at' : `/${field}`),
      action: 'arrived',
      change: (before) => withArrival(before, arrival, isPlaceSaid),
    });
  }

  depart(hearingId: string, personId: string, { at }: RecordDepartureDto): Promise<RecordedAttendanceDto> {
    const moment = at === undefined ? new Date() : new Date(at);
    return this.act(hearingId, personId, {
      moments: [],
      pointer: () => '/at',
      action: 'departed',
      change: (before) => withDeparture(before, moment, at !== undefined),
    });
  }

  private act(hearingId: string, personId: string, act: Act): Promise<RecordedAttendanceDto> {
    return this.gate.write(async () => {
      const { status, kind } = await this.hearings.hold(hearingId);
      const before = await this.sittings.read(hearingId, act.moments);
      const entry = entryOf(before, personId);
      if (!entry)
        throw act.moments.length > 0 ? notAMember(act.pointer(0, 'arrivedAt')) : commissionerNotFound();
      const { stays } = entry;
      if (act.ifMatch) {
        const record = { id: rollEntryId(hearingId, personId), revision: revisionOfStays(stays) };
        await this.freshness.assert(act.ifMatch, record);
      }
      assertMember(before.days, personId, act.moments, act.pointer);
      const changed = act.change(stays);
      assertStays(changed === stays ? [] : changed, act.pointer);
      assertHeld(status);
      if (changed === stays) return this.repeated(entry);
      await this.standing.assertOpen(hearingId, mainBookOf(kind));
      await this.attendance.replace(hearingId, personId, changed);
      await this.audit.record(`attendance.${act.action}`, 'attendance', rollEntryId(hearingId, personId), {
        ...{ hearing: hearingId, person: personId, fields: ['presences'], presences: changed.length },
      });
      const after = await this.sittings.read(hearingId, act.moments);
      const lost = newlyLost(timelineOf(before.sitting), timelineOf(after.sitting));
      return RecordedAttendanceDto.with({ member: entry.member, stays: changed }, lost);
    });
  }

  /** Somebody else, or the same request before, wrote it down already. */
  private repeated(entry: RollEntry): RecordedAttendanceDto {
    const transaction = currentTransaction();
    if (transaction) transaction.wroteNothing = true;
    return RecordedAttendanceDto.with(entry, []);
  }
}
