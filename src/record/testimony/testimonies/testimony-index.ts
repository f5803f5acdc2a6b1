import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { type SearchEntry, SearchIndex } from '#src/holdings/search/index.js';
import type { Position } from '../entities/testimony.entity.js';

export interface IndexedTestimony {
  name: string;
  affiliations: readonly string[];
  borough: string | null;
  neighborhood: string | null;
  sourceNotes: readonly string[];
  position: Position | null;
  language: string;
  hearingId: string | null;
  /** When it was given: the second of its recording, else when it was received. */
  happenedAt: Date;
}

/** A testimony as it is found: by its name, by whom it speaks for and from where, by what its source notes. */
export function testimonyEntry(testimony: IndexedTestimony): SearchEntry {
  const { name, affiliations, borough, neighborhood, sourceNotes, position } = testimony;
  return {
    number: 0,
    kind: 'testimony',
    hearingId: testimony.hearingId,
    happenedAt: testimony.happenedAt,
    language: testimony.language,
    title: name,
    body: [...affiliations, borough, neighborhood, ...sourceNotes].filter((part) => part !== null).join('\n'),
    speakers: [name],
    positions: position === null ? [] : [position],
  };
}

@Injectable()
export class TestimonyIndex {
  constructor(private readonly index: SearchIndex) {}

  /** Makes the index say what the testimony says now, in the transaction that changed it. */
  async put(id: string): Promise<void> {
    const [testimony] = await currentManager().query<IndexedTestimony[]>(
      `select t.name, t.affiliations, t.borough, t.neighborhood, t.source_notes as "sourceNotes", t.position, t.language,
              t.hearing_id as "hearingId",
              coalesce(coalesce(r.recorded_at, h.starts_at) + t.start_seconds * interval '1 second', t.received_at)
                as "happenedAt"
         from testimony t
         -- The clock of a recording that is not posted is nobody's to know by a testimony that is.
         left join recording r on r.id = t.recording_id and r.status = 'posted' and r.hearing_id = t.hearing_id
         left join hearing h on h.id = r.hearing_id
        where t.id = $1`,
      [id],
    );
    await this.index.put('testimony', id, testimony ? [testimonyEntry(testimony)] : []);
  }

  /** After a change of a recording, by whose clock its testimonies are told. */
  async putOf(recordingId: string): Promise<void> {
    const testimonies = await currentManager().query<{ id: string }[]>(
      'select id from testimony where recording_id = $1 order by id',
      [recordingId],
    );
    for (const { id } of testimonies) await this.put(id);
  }
}
