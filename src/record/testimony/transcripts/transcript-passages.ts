import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { passagesOf, SearchIndex, type SearchEntry, type SpokenLine } from '#src/holdings/search/index.js';
import { markPositions, type PositionSpan, type TimedLine } from './position-spans.js';

interface Heading {
  current: boolean;
  language: string;
  recording_id: string;
  hearing_id: string;
  title: string;
  started_at: Date;
}

/** The current transcript of each language is found by its words; the others are not. */
@Injectable()
export class TranscriptPassages {
  constructor(private readonly index: SearchIndex) {}

  /**
   * Makes the index say what the transcript says now, in the transaction that changed it. Call it after the cues,
   * speakers and testimonies of its recording are stored.
   */
  async rebuild(transcriptId: string): Promise<void> {
    await this.index.put('transcript', transcriptId, await entriesOf(transcriptId));
  }

  /** After a change of a recording's testimonies, whose positions its passages bear. */
  async rebuildOf(recordingId: string): Promise<void> {
    const transcripts = await currentManager().query<{ id: string }[]>(
      'select id from transcript where recording_id = $1 and current',
      [recordingId],
    );
    for (const { id } of transcripts) await this.rebuild(id);
  }
}

async function entriesOf(transcriptId: string): Promise<SearchEntry[]> {
  const manager = currentManager();
  const [heading] = await manager.query<Heading[]>(
    `select t.current, t.language, r.id as recording_id, h.id as hearing_id, h.title,
            coalesce(r.recorded_at, h.starts_at) as started_at
       from transcript t join recording r on r.id = t.recording_id join hearing h on h.id = r.hearing_id
      where t.id = $1`,
    [transcriptId],
  );
  if (!heading?.current) return [];
  const lines = await manager.query<TimedLine[]>(
    `select c.number, c.start_seconds as start, c.end_seconds as "end", c.text, s.name as speaker
       from cue c left join speaker s on s.id = c.speaker_id
      where c.transcript_id = $1 order by c.number`,
    [transcriptId],
  );
  // Only what is posted: a passage must not tell the position of a testimony that its reader may not see.
  const spans = await manager.query<PositionSpan[]>(
    `select start_seconds as start, end_seconds as "end", position from testimony
      where recording_id = $1 and position is not null and status = 'posted' order by start_seconds`,
    [heading.recording_id],
  );
  const spoken: SpokenLine[] = markPositions(lines, spans);
  return passagesOf(spoken, {
    hearingId: heading.hearing_id,
    startedAt: heading.started_at,
    language: heading.language,
    title: heading.title,
  });
}
