import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { currentManager } from '#src/foundation/database/index.js';
import { Transcript } from '../entities/transcript.entity.js';
import type { FormatCue, FormatSpeaker } from '../formats/index.js';

/** A voice as its source tells of it, and whom it was matched with. */
export interface StoredSpeaker extends FormatSpeaker {
  witnessId?: string | null;
  personId?: string | null;
}

/** So many cues travel in one statement: enough that round trips do not count, few enough to hold twice. */
const BATCH = 10_000;

const INSERT_SPEAKERS = `insert into speaker (id, transcript_id, label, name, position, organisation, witness_id, person_id)
  select s.id, $1, s.label, s.name, s.position, s.organisation, s."witnessId", s."personId"
    from json_to_recordset($2::json) as s(id uuid, label text, name text, position text, organisation text,
         "witnessId" uuid, "personId" uuid)`;
const INSERT_CUES = `insert into cue (transcript_id, number, start_seconds, end_seconds, speaker_id, text)
  select $1, c.number, c.start, c."end", c.speaker, c.text
    from json_to_recordset($2::json) as c(number int, start float8, "end" float8, speaker uuid, text text)`;

/** The words of a transcript, in bulk. */
@Injectable()
export class TranscriptStore {
  /**
   * Stores everything said in a transcript that has no cue yet; call it inside `gate.write`. Cues are numbered from 0
   * by their place, and must come ordered by their start. A label that `speakers` does not hold is nobody.
   *
   * @returns the id of each speaker by its label
   */
  async insertAll(
    transcriptId: string,
    speakers: readonly StoredSpeaker[],
    cues: readonly FormatCue[],
  ): Promise<Map<string, string>> {
    const ids = new Map(speakers.map(({ label }) => [label, randomUUID()]));
    const rows = speakers.map((speaker) => ({ ...speaker, id: ids.get(speaker.label) }));
    if (rows.length > 0) await insert(INSERT_SPEAKERS, transcriptId, rows);
    for (let from = 0; from < cues.length; from += BATCH) {
      const batch = cues.slice(from, from + BATCH).map(({ start, end, speaker, text }, i) => ({
        number: from + i,
        start,
        end,
        speaker: speaker === null ? null : (ids.get(speaker) ?? null),
        text,
      }));
      await insert(INSERT_CUES, transcriptId, batch);
    }
    const longestCue = cues.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
    await currentManager().update(Transcript, { id: transcriptId }, { cueCount: cues.length, longestCue });
    return ids;
  }
}

async function insert(text: string, transcriptId: string, rows: readonly object[]): Promise<void> {
  await currentManager().query(text, [transcriptId, JSON.stringify(rows)]);
}
