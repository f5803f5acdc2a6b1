import { Injectable } from '@nestjs/common';
import { unknownReferences } from '#src/foundation/common/index.js';
import { RecusalService } from '#src/record/commission/index.js';
import { SittingService } from '../quorum/sitting.service.js';
import { type ItemOfMotion, MotionRepository } from './motion.repository.js';
import { roomOf, type RoomThen } from './room-then.js';

/** Where and when something is done: at which item, in which session, at what moment. */
export interface Occasion {
  readonly hearing: { readonly id: string; readonly matterId: string | null };
  readonly agendaItemId: string | null;
  readonly sessionId: string | null;
  readonly at: Date;
}

/** Who is there then and may take part, and what a motion takes from where it is made. */
export interface RoomAt extends RoomThen {
  readonly item: ItemOfMotion | null;
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
    return { item, ...roomOf(await this.sittings.read(hearing.id, [at]), { sessionId, at, recused }) };
  }
}
