import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CueFilter,
  type CueRequest,
  Guides,
  type LocatedCue,
  type Locator,
} from '#src/holdings/search/index.js';
import { Gate } from '#src/trust/access/index.js';

/** Tells search at which second, and by whom, a cue is said: read under the caller's policies. */
@Injectable()
export class CueLocator implements Locator, OnModuleInit {
  constructor(
    private readonly gate: Gate,
    private readonly guides: Guides,
  ) {}

  onModuleInit(): void {
    this.guides.registerLocator('transcript', this);
  }

  locate(requests: readonly CueRequest[], filter: CueFilter): Promise<LocatedCue[]> {
    const asked = requests.flatMap(({ sourceId, cues, language, marks }) =>
      cues.map((number) => ({ source_id: sourceId, number, language, marks })),
    );
    const transcript = this.gate.readable('t', 4);
    const testimony = this.gate.readable('x', 4 + transcript.values.length);
    return this.gate.rows<LocatedCue>({
      name: `cues.locate ${transcript.form}`,
      text: `select c.transcript_id as "sourceId", c.number, c.start_seconds as start, c.end_seconds as "end",
                    s.name as speaker, t.recording_id as "recordingId",
                    search.mark(a.language, c.text, a.marks::tsquery) as marked
               from jsonb_to_recordset($1) as a(source_id uuid, number int, language text, marks text)
               join transcript t on t.id = a.source_id and ${transcript.sql}
               join cue c on c.transcript_id = a.source_id and c.number = a.number
               left join speaker s on s.id = c.speaker_id
              where ($2::text is null
                     or to_tsvector('search.other', s.name) @@ plainto_tsquery('search.other', $2))
                and ($3::text is null or exists (
                  select from testimony x
                   where x.recording_id = t.recording_id and x.position = $3
                     and x.start_seconds < c.end_seconds and c.start_seconds < x.end_seconds
                     and ${testimony.sql}))`,
      values: [
        JSON.stringify(asked),
        filter.speaker ?? null,
        filter.position ?? null,
        ...transcript.values,
        ...testimony.values,
      ],
    });
  }
}
