import { Injectable } from '@nestjs/common';
import { SearchIndex } from '#src/holdings/search/index.js';
import type { Motion } from './motion.entity.js';

/** The words by which a motion is found. */
@Injectable()
export class MotionSearch {
  constructor(private readonly index: SearchIndex) {}

  put(
    motion: Pick<Motion, 'id' | 'text'>,
    hearing: { id: string; startsAt: Date; language: string },
  ): Promise<void> {
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
