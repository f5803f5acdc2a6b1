import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type { CueRow } from '../cues/cue.repository.js';
import type { Position } from '../entities/testimony.entity.js';

export interface MomentSpeaker {
  id: string;
  label: string;
  name: string | null;
  position: string | null;
  organisation: string | null;
}

export interface MomentTestimony {
  id: string;
  name: string;
  position: Position | null;
  start: number;
  end: number;
}

export interface MomentRow {
  recording_id: string;
  transcript_id: string | null;
  cue: CueRow | null;
  speaker: MomentSpeaker | null;
  testimonies: MomentTestimony[];
  before: CueRow[];
  after: CueRow[];
}

const CUE = `c.number, c.start_seconds as start, c.end_seconds as "end", c.speaker_id, c.text, c.edit`;
const LATEST = 'order by c.start_seconds desc, c.number desc limit 1';

/** The two cues on one side of the place `k`. */
const neighbours = (sign: '<' | '>', direction: '' | 'desc'): string =>
  `(select coalesce(json_agg(n order by n.start, n.number), '[]') from (
      select ${CUE} from cue c
       where c.transcript_id = t.id and (c.start_seconds, c.number) ${sign} (k.start, k.number)
       order by c.start_seconds ${direction}, c.number ${direction} limit 2) n)`;

@Injectable()
export class MomentRepository {
  constructor(private readonly gate: Gate) {}

  /** One moment in one round trip; null for a recording that the caller may not read. */
  async find(recordingId: string, seconds: number): Promise<MomentRow | null> {
    const readable = (alias: string) => this.gate.readable(alias, 3);
    const recording = readable('r');
    const [row] = await this.gate.rows<MomentRow>({
      name: `moments.find ${recording.form}`,
      text: `select r.id as recording_id, t.id as transcript_id, row_to_json(h) as cue,
          (select row_to_json(s) from (
             select s.id, s.label, s.name, s.position, s.organisation from speaker s where s.id = h.speaker_id) s) as speaker,
          (select coalesce(json_agg(y order by y.start, y.id), '[]') from (
             select y.id, y.name, y.position, y.start_seconds as start, y.end_seconds as "end" from testimony y
              where y.recording_id = r.id and y.start_seconds <= $2 and y.end_seconds > $2
                and ${readable('y').sql}) y) as testimonies,
          ${neighbours('<', 'desc')} as before,
          ${neighbours('>', '')} as after
        from recording r
        left join lateral (
          select t.id, t.longest_cue from transcript t
           where t.recording_id = r.id and t.current and ${readable('t').sql}
           order by t.language = r.language desc, t.id limit 1) t on true
        left join lateral (
          select * from (
            (select 1 as choice, ${CUE} from cue c
              where c.transcript_id = t.id and c.start_seconds <= $2 and c.end_seconds > $2
                and c.start_seconds >= $2 - t.longest_cue ${LATEST})
            union all
            (select 2 as choice, ${CUE} from cue c
              where c.transcript_id = t.id and c.start_seconds <= $2 ${LATEST})) c
          order by c.choice limit 1) h on true
        cross join lateral (
          -- Before the first words there is no cue, but a place. Kept apart: a comparison with coalesce() is not
          -- leakproof, and behind policies the index would be lost.
          select coalesce(h.start, -1) as start, coalesce(h.number, -1) as number offset 0) k
       where r.id = $1 and ${recording.sql}`,
      values: [recordingId, seconds, ...recording.values],
    });
    return row ?? null;
  }
}
