import { Injectable } from '@nestjs/common';
import { SearchIndex } from '#src/holdings/search/index.js';
import type { HearingKind } from '#src/record/hearings/index.js';
import type { Motion } from './motion.entity.js';
import { bookOf } from './motion.policy.js';

/** The words by which a motion is found. */
@Injectable()
export class MotionSearch {
  constructor(private readonly index: SearchIndex) {}

  put(
    motion: Pick<Motion, 'id' | 'text' | 'agendaItemId' | 'ownAudience'>,
    hearing: { id: string; kind: HearingKind; startsAt: Date; language: string },
  ): Promise<void> {
    // Nobody can tell which matter it was about, and so not who may find it.
    if (motion.agendaItemId === null && bookOf(hearing.kind, motion) === 'closed') {
      return this.index.put('motion', motion.id, []);
    }
    return this.index.put('motion', motion.id, [
      {
        number: 0,
        kind: 'motion',
        hearingId: hearing.id,
        happenedAt: hearing.startsAt,
        language: hearing.language,
        title: motion.text,
        body: '',
      },
    ]);
  }
}
