import { Injectable } from '@nestjs/common';
import { DomainError } from '#src/foundation/common/index.js';
import { currentTransaction } from '#src/foundation/database/index.js';
import { HearingService, RosterService } from '#src/record/hearings/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { mainBookOf } from '../minutes/minutes.policy.js';
import { StandingRecord } from '../minutes/standing-record.js';
import { newlyLost } from '../quorum/quorum-changes.js';
import { type Attended, benchAt } from '../quorum/sitting.js';
import { SittingService } from '../quorum/sitting.service.js';
import { timelineOf } from '../quorum/timeline.js';
import type { ArrivalInput, RecordArrivalsDto } from './attendance-input.dto.js';
import { AttendanceEntryDto, RecordedArrivalsDto } from './attendance.dto.js';
import {
  assertHeld,
  assertMember,
  assertStays,
  rollEntryId,
  stayOf,
  withArrival,
} from './attendance.policy.js';
import { AttendanceRepository } from './attendance.repository.js';
import type { Stay } from './presence.js';
import { rollOf } from './roll.js';

interface Arrival {
  readonly personId: string;
  readonly stay: Stay;
  readonly isPlaceSaid: boolean;
  /** Where in the body it is; nowhere, of who was not named. */
  readonly pointer: string;
}

/** All who are there when the gavel falls, in one request: everybody is written down or nobody. */
@Injectable()
export class ArrivalsService {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingService,
    private readonly roster: RosterService,
    private readonly sittings: SittingService,
    private readonly attendance: AttendanceRepository,
    private readonly standing: StandingRecord,
    private readonly audit: AuditLog,
  ) {}

  record(hearingId: string, input: RecordArrivalsDto): Promise<RecordedArrivalsDto> {
    const at = input.at ?? new Date().toISOString();
    const moments = [at, ...(input.arrivals ?? []).flatMap((arrival) => arrival.at ?? [])];
    return this.gate.write(async () => {
      const { status, kind } = await this.hearings.hold(hearingId);
      const days = moments.map((moment) => new Date(moment));
      const before = await this.sittings.read(hearingId, days);
      const arrivals = input.arrivals?.map(named(at)) ?? (await this.expected(hearingId, before, at));
      const staysBefore = new Map(rollOf(before).map(({ member, stays }) => [member.personId, stays]));
      const added = arrivals.filter((arrival) => isNew(before, staysBefore, arrival));
      assertHeld(status);
      const names = new Set(arrivals.map(({ personId }) => personId));
      if (added.length === 0) {
        const transaction = currentTransaction();
        if (transaction) transaction.wroteNothing = true;
        return RecordedArrivalsDto.from(hearingId, entriesOf(before, names), []);
      }
      await this.standing.assertOpen(hearingId, mainBookOf(kind));
      await this.attendance.add(
        hearingId,
        added.map(({ personId, stay }) => ({ ...stay, personId })),
      );
      for (const { personId } of added) {
        const presences = (staysBefore.get(personId)?.length ?? 0) + 1;
        await this.audit.record('attendance.arrived', 'attendance', rollEntryId(hearingId, personId), {
          ...{ hearing: hearingId, person: personId, fields: ['presences'], presences },
        });
      }
      const after = await this.sittings.read(hearingId, days);
      const lost = newlyLost(timelineOf(before.sitting), timelineOf(after.sitting));
      return RecordedArrivalsDto.from(hearingId, entriesOf(after, names), lost);
    });
  }

  /** Who is on the roster without a seat is somebody whom no roll can hold: nobody named them here. */
  private async expected(hearingId: string, { days }: Attended, at: string): Promise<Arrival[]> {
    const { items } = await this.roster.get(hearingId);
    const rostered = new Set(items.map(({ personId }) => personId));
    const members = benchAt(days, Date.parse(at))?.members ?? [];
    return members
      .filter(({ personId }) => rostered.size === 0 || rostered.has(personId))
      .map(({ personId }) => ({
        personId,
        stay: stayOf({ arrivedAt: at }),
        isPlaceSaid: false,
        pointer: '',
      }));
  }
}

function named(at: string): (arrival: ArrivalInput, index: number) => Arrival {
  return ({ commissionerId, at: own, ...how }, index) => ({
    personId: commissionerId.toLowerCase(),
    stay: stayOf({ ...how, arrivedAt: own ?? at }),
    isPlaceSaid: how.mode !== undefined || how.place != null,
    pointer: `/arrivals/${index}`,
  });
}

function isNew(
  { days }: Attended,
  staysBefore: ReadonlyMap<string, readonly Stay[]>,
  { personId, stay, isPlaceSaid, pointer }: Arrival,
): boolean {
  const at = (field: string) => (field === 'arrivedAt' ? `${pointer}/at` : `${pointer}/${field}`);
  const before = staysBefore.get(personId) ?? [];
  assertMember(days, personId, [stay.arrivedAt], () => (pointer ? `${pointer}/commissionerId` : '/at'));
  const after = told(personId, pointer, () => withArrival(before, stay, isPlaceSaid));
  assertStays(after === before ? [] : after, (index, field) => (index < before.length ? '' : at(field)));
  return after !== before;
}

/** A refusal of one among many says whose arrival it refuses. */
function told<T>(personId: string, pointer: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { kind, code } = error;
    const detail = `${error.detail} Commissioner ${personId}.`;
    throw new DomainError(kind, code, detail, { errors: [{ pointer, code, detail }] });
  }
}

function entriesOf(attended: Attended, names: ReadonlySet<string>): AttendanceEntryDto[] {
  return rollOf(attended)
    .filter(({ member }) => names.has(member.personId))
    .map(({ member, stays }) => AttendanceEntryDto.from(member, stays));
}
