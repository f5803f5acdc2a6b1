import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type { FormatCue, FormatSpeaker } from '../formats/index.js';

export interface TranscriptHeading {
  title: string;
  language: string;
  revision: string;
  speakers: FormatSpeaker[];
}

export interface WordsPage {
  cues: FormatCue[];
  /** The number of the last cue; null when there are no more. */
  last: number | null;
}

const PAGE = 1000;

interface WordRow extends FormatCue {
  number: number | null;
}

/** The words of a transcript as its formats write them. */
@Injectable()
export class TranscriptWords {
  constructor(private readonly gate: Gate) {}

  async heading(id: string): Promise<TranscriptHeading | null> {
    const readable = this.gate.readable('t', 2);
    const [row] = await this.gate.rows<TranscriptHeading>({
      name: `transcripts.heading ${readable.form}`,
      text: `select r.title, t.language, t.revision,
                    (select coalesce(json_agg(json_build_object('label', s.label, 'name', s.name,
                              'position', s.position, 'organisation', s.organisation) order by s.label), '[]')
                       from speaker s where s.transcript_id = t.id) as speakers
               from transcript t join recording r on r.id = t.recording_id
              where t.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  /** The next thousand cues after a number; null when the caller may not read the transcript (any more). */
  async pageAfter(id: string, after: number): Promise<WordsPage | null> {
    const readable = this.gate.readable('t', 3);
    const rows = await this.gate.rows<WordRow>({
      name: `transcripts.words ${readable.form}`,
      text: `select c.number, c.start_seconds as start, c.end_seconds as "end", s.label as speaker, c.text
               from transcript t
               left join lateral (
                 select q.number, q.start_seconds, q.end_seconds, q.speaker_id, q.text from cue q
                  where q.transcript_id = t.id and q.number > $2 order by q.number limit ${PAGE}) c on true
               left join speaker s on s.id = c.speaker_id
              where t.id = $1 and ${readable.sql} order by c.number`,
      values: [id, after, ...readable.values],
    });
    if (rows.length === 0) return null;
    const cues = rows.flatMap(({ number, start, end, speaker, text }) =>
      number === null ? [] : [{ start, end, speaker, text }],
    );
    return { cues, last: rows.length < PAGE ? null : (rows.at(-1)?.number ?? null) };
  }
}
