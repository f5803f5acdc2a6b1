import { Injectable } from '@nestjs/common';
import { BenchService, type Seat } from '#src/record/commission/index.js';
import { HearingStatusService } from '#src/record/hearings/index.js';
import {
  AttendanceService,
  MinutesApprovalService,
  MinutesService,
  MinutesVersionService,
  MotionService,
  RollCallService,
} from '#src/record/proceedings/index.js';
import type { Planned } from './sample-hearings.js';
import { hour } from './summits.js';

/** Who was there at the summits, what was moved, and the minutes of the first. */
@Injectable()
export class SampleProceedings {
  constructor(
    private readonly bench: BenchService,
    private readonly attendance: AttendanceService,
    private readonly motions: MotionService,
    private readonly rollCalls: RollCallService,
    private readonly minutes: MinutesService,
    private readonly versions: MinutesVersionService,
    private readonly approvals: MinutesApprovalService,
    private readonly statuses: HearingStatusService,
  ) {}

  /** Everybody of the bench but the last comes for the day; in Fresno a quorum is lost after lunch, and regained. */
  async attend({ id, summit }: Planned): Promise<readonly Seat[]> {
    const { day, from, until, place } = summit;
    const seats = await this.bench.at(new Date(summit.startsAt));
    const present = place === 'Fresno' ? seats.slice(0, 5) : seats.slice(0, -1);
    for (const [i, { personId }] of present.entries()) {
      const whole = { arrivedAt: hour(day, from), leftAt: hour(day, until) };
      const presences =
        place === 'Fresno' && i === 4
          ? [
              { arrivedAt: hour(day, from), leftAt: hour(day, 13) },
              { arrivedAt: hour(day, 14), leftAt: hour(day, until) },
            ]
          : [
              i === 3
                ? { ...whole, mode: 'remote' as const, place: 'A county library, Eureka (sample)' }
                : whole,
            ];
      await this.attendance.record(id, personId, '*', { presences });
    }
    return present;
  }

  /** The vote by which the minutes of the first summit are approved at the second. */
  async moveApproval({ id, summit, items, sessions }: Planned, present: readonly Seat[]): Promise<void> {
    const [mover, seconder] = present;
    if (!mover || !seconder) throw new Error('nobody was there to move it');
    const at = hour(summit.day, 10);
    const motion = await this.motions.create(id, {
      kind: 'approve_minutes',
      text: 'That the minutes of the first summit be approved.',
      agendaItemId: items[0] ?? null,
      sessionId: sessions[0] ?? null,
      movedBy: mover.personId,
      secondedBy: seconder.personId,
      movedAt: at,
    });
    const there = new Set(present.map(({ personId }) => personId));
    const bench = await this.bench.at(new Date(summit.startsAt));
    await this.rollCalls.record(id, motion.id, '*', {
      votedAt: at,
      votes: bench.map(({ personId }) => ({ personId, choice: there.has(personId) ? 'aye' : 'absent' })),
    });
  }

  /** Generated from what the public reads, and approved by that vote. */
  async approveMinutes(firstId: string, secondId: string): Promise<void> {
    const [motion] = (await this.motions.list(secondId, { limit: 1 }, false)).items;
    if (!motion?.sessionId) return;
    const [draft] = (await this.minutes.list(firstId, { limit: 1 }, false)).items;
    const { id } = draft ?? (await this.versions.create(firstId, { book: 'open', generate: true }));
    const vote = { hearingId: secondId, sessionId: motion.sessionId, motionId: motion.id };
    await this.approvals.approve(firstId, id, vote);
  }

  async adjourn({ id }: Planned): Promise<void> {
    await this.statuses.advance(id, 'adjourned', 'Sample data');
  }
}
