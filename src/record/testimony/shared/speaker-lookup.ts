import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { currentManager } from '#src/foundation/database/index.js';
import { Speaker } from '../entities/speaker.entity.js';
import { unknownReference } from '../testimony.errors.js';

/** Speakers as cues name them, inside a transaction that has locked their transcript. */
@Injectable()
export class SpeakerLookup {
  async find(transcriptId: string, id: string): Promise<Speaker | null> {
    return currentManager().findOne(Speaker, { where: { id, transcriptId } });
  }

  async label(transcriptId: string, id: string | null): Promise<string | null> {
    return id === null ? null : ((await this.find(transcriptId, id))?.label ?? null);
  }

  /** @throws DomainError 422 UNKNOWN_REFERENCE for a speaker of another transcript or none */
  async demandLabel(pointer: string, transcriptId: string, id: string | null): Promise<string | null> {
    const label = await this.label(transcriptId, id);
    if (id !== null && label === null) throw unknownReference(pointer, 'speaker of this transcript');
    return label;
  }

  /** What they say was changed: their revision is a new one. */
  async touch(ids: readonly (string | null)[]): Promise<void> {
    const some = [...new Set(ids.filter((id) => id !== null))];
    for (const id of some.toSorted())
      await currentManager().update(Speaker, { id }, { revision: randomUUID() });
  }
}
