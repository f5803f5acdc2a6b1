import { Injectable } from '@nestjs/common';
import { type RollEntry, rollOf } from '../../attendance/roll.js';
import { quorumChangesOf } from '../../quorum/quorum-changes.js';
import { benchAt, type Attended } from '../../quorum/sitting.js';
import { SittingService } from '../../quorum/sitting.service.js';
import { timelineOf } from '../../quorum/timeline.js';
import { hearingNotPublic } from '../minutes.errors.js';
import type { ClosedSessionFact, MemberFact, MinutesFacts } from './facts.js';
import { FactsRepository, type Part } from './facts.repository.js';
import { stepsOfTheDay } from './steps.js';

type ReadFacts = Omit<MinutesFacts, 'closedSessions'>;

/** Gathers what was recorded of a hearing, as far as the current actor reads it. */
@Injectable()
export class FactsReader {
  constructor(
    private readonly rows: FactsRepository,
    private readonly sittings: SittingService,
  ) {}

  /** null where the actor does not read the hearing. */
  async read(hearingId: string): Promise<ReadFacts | null> {
    return this.gather(hearingId, 'read');
  }

  /** Of that, what was taken behind closed doors. */
  async closed(hearingId: string): Promise<ReadFacts> {
    const facts = await this.gather(hearingId, 'closed');
    if (!facts) throw hearingNotPublic();
    return facts;
  }

  closedSessions(hearingId: string): Promise<ClosedSessionFact[]> {
    return this.rows.closedSessions(hearingId);
  }

  private async gather(hearingId: string, part: Part): Promise<ReadFacts | null> {
    const row = await this.rows.find(hearingId, part);
    if (!row) return null;
    const { commission, places, items, witnesses, motions, sessions, steps, ...hearing } = row;
    const sitting = await this.sittings.read(hearingId);
    return {
      commission,
      hearing,
      places,
      items,
      witnesses,
      sessions,
      steps: stepsOfTheDay(steps, hearing),
      motions,
      ...attendanceOf(sitting),
    };
  }
}

function attendanceOf(sitting: Attended): Pick<MinutesFacts, 'roll' | 'quorum' | 'quorumNeeded'> {
  const roll = rollOf(sitting);
  const names = new Map(roll.map(({ member }) => [member.personId, member.name]));
  const changes = quorumChangesOf(timelineOf(sitting.sitting));
  const wasTaken = roll.some(({ stays }) => stays.length > 0);
  return {
    roll: roll.map(memberFact),
    quorum: changes.map(({ at, change, by }) => ({
      at: new Date(at),
      change,
      by: by.map((id) => names.get(id)).filter((name) => name !== undefined),
    })),
    quorumNeeded: wasTaken ? (benchAt(sitting.days, sitting.row.startsAt.getTime())?.quorum ?? null) : null,
  };
}

const memberFact = ({ member, stays }: RollEntry): MemberFact => ({
  name: member.name,
  role: member.role,
  acting: member.acting,
  presences: stays.map(({ arrivedAt, leftAt, mode, place }) => ({
    from: arrivedAt,
    until: leftAt,
    remote: mode === 'remote',
    place,
  })),
});
