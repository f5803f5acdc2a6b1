import { Injectable } from '@nestjs/common';
import { unknownReferences } from '#src/foundation/common/index.js';
import { RecusalService } from '#src/record/commission/index.js';
import { benchAt } from '../quorum/sitting.js';
import type { SessionFact } from '../quorum/sitting-row.js';
import { SittingService } from '../quorum/sitting.service.js';
import { standingAt } from '../quorum/timeline.js';
import { momentOf, type Room, sessionAt } from './motion.policy.js';
import { type ItemOfMotion, MotionRepository } from './motion.repository.js';
import type { House } from './voting/vote-policy.js';

/** Where and when something is done: at which item, in which session, at what moment. */
export interface Occasion {
  readonly hearing: { readonly id: string; readonly matterId: string | null };
  readonly agendaItemId: string | null;
  readonly sessionId: string | null;
  readonly at: Date;
}

/** Who is there then and may take part, and what a motion takes from where it is made. */
export interface RoomAt extends Room {
  readonly item: ItemOfMotion | null;
  readonly session: SessionFact | null;
  readonly hasSessions: boolean;
  readonly house: House;
  /** Whether those who are there are enough, without some who step back. */
  hasQuorum(without: ReadonlySet<string>): boolean;
}

@Injectable()
export class MotionRoom {
  constructor(
    private readonly sittings: SittingService,
    private readonly motions: MotionRepository,
    private readonly recusals: RecusalService,
  ) {}

  /** @throws DomainError 422 UNKNOWN_REFERENCE for an item or session that is absent, hidden or another hearing's */
  async at({ hearing, agendaItemId, sessionId, at }: Occasion): Promise<RoomAt> {
    const item = agendaItemId === null ? null : await this.motions.item(hearing.id, agendaItemId);
    if (agendaItemId !== null && !item) throw unknownReferences(['/agendaItemId']);
    const matter = hearing.matterId ?? item?.matterId ?? null;
    const recused = matter === null ? new Set<string>() : await this.recusals.recusedFrom(matter, at);
    const { row, days, sitting } = await this.sittings.read(hearing.id, [at]);
    const session = sessionAt(row.sessions, sessionId, at);
    const moment = momentOf(at, session);
    const day = benchAt(days, moment);
    return {
      item,
      session,
      hasSessions: row.sessions.length > 0 || sessionId !== null,
      house: { quorum: day?.quorum ?? 0, seats: day?.seats ?? 0 },
      recused,
      bench: new Set(day?.members.map(({ personId }) => personId)),
      standing: standingAt(sitting, moment),
      hasQuorum: (without) => standingAt(sitting, moment, without).quorum,
    };
  }
}
