import { Injectable } from '@nestjs/common';
import type { Row } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { FolderTestimony } from '../folder/index.js';
import type { FormatCue, FormatSpeaker } from '../formats/index.js';

export interface ExportedHearing {
  id: string;
  title: string;
  description: string | null;
  kind: string;
  status: string;
  /** Whether anybody but the desk may know of it now. */
  is_out: boolean;
  starts_at: Date;
  day: string;
  time_zone: string;
  language: string;
  content_note: string | null;
  zones: string[];
}

export interface ExportedTranscript {
  id: string;
  recordingId: string;
}

interface CueRow extends FormatCue {
  number: number;
}

type TestimonyRow = Omit<FolderTestimony, 'place'> &
  Row & { borough: string | null; neighborhood: string | null };

const CUES_AT_ONCE = 5_000;

/** Who may read it now, embargoes counted in. */
const audienceOf = (alias: string): string =>
  `access.effective(${alias}.audience, ${alias}.protected, ${alias}.opens_at, ${alias}.closes_at)`;

/** In a folder everything goes as far as the hearing: what is kept closer than it must not be in there. */
const goesAlong = (alias: string): string => `${audienceOf(alias)} = ${audienceOf('h')}`;

/** What an export reads, in pages and through the gate as everybody. */
@Injectable()
export class ExportRepository {
  constructor(private readonly gate: Gate) {}

  async findHearing(idOrKey: string, isId: boolean): Promise<ExportedHearing | null> {
    const may = this.gate.readable('h', 2);
    const wanted = isId
      ? 'h.id = $1'
      : 'h.id = (select i.hearing_id from hearing_import i where i.source_key = $1)';
    const [row] = await this.gate.rows<ExportedHearing>({
      name: `export.hearing ${isId ? 'id' : 'key'} ${may.form}`,
      text: `select h.id, h.title, h.description, h.kind, h.status, h.starts_at, h.time_zone, h.language,
                    h.content_note, ${audienceOf('h')} <> 'desk' as is_out,
                    to_char(h.starts_at at time zone h.time_zone, 'YYYY-MM-DD') as day,
                    array(select z.name from hearing_zone x join zone z on z.id = x.zone_id
                           where x.hearing_id = h.id order by z.number) as zones
               from hearing h where ${wanted} and ${may.sql}`,
      values: [idOrKey, ...may.values],
    });
    return row ?? null;
  }

  /** The transcripts that are read now, of recordings that are not held back. */
  async findTranscripts(hearingId: string, statuses: readonly string[]): Promise<ExportedTranscript[]> {
    const may = this.gate.readable('t', 3);
    return this.gate.rows<ExportedTranscript & Row>({
      name: `export.transcripts ${may.form}`,
      text: `select t.id, r.id as "recordingId"
               from hearing h join recording r on r.hearing_id = h.id join transcript t on t.recording_id = r.id
              where h.id = $1 and t.current and r.status = any ($2) and t.status = any ($2)
                and ${goesAlong('r')} and ${goesAlong('t')} and ${may.sql}
              order by r.created_at, r.id, t.language`,
      values: [hearingId, statuses, ...may.values],
    });
  }

  speakers(transcriptId: string): Promise<FormatSpeaker[]> {
    return this.gate.rows<FormatSpeaker & Row>({
      name: 'export.speakers',
      text: `select label, name, position, organisation from speaker where transcript_id = $1`,
      values: [transcriptId],
    });
  }

  async *cues(transcriptId: string): AsyncGenerator<FormatCue[]> {
    let after: [start: number, number: number] = [-1, -1];
    for (;;) {
      const rows: (CueRow & Row)[] = await this.gate.rows<CueRow & Row>({
        name: 'export.cues',
        text: `select c.number, c.start_seconds as start, c.end_seconds as "end", s.label as speaker, c.text
                 from cue c left join speaker s on s.id = c.speaker_id
                where c.transcript_id = $1 and (c.start_seconds, c.number) > ($2, $3)
                order by c.start_seconds, c.number limit ${CUES_AT_ONCE}`,
        values: [transcriptId, ...after],
      });
      yield rows.map(({ start, end, speaker, text }) => ({ start, end, speaker, text }));
      const last = rows.at(-1);
      if (!last || rows.length < CUES_AT_ONCE) return;
      after = [last.start, last.number];
    }
  }

  async testimonies(recordingId: string, statuses: readonly string[]): Promise<FolderTestimony[]> {
    const may = this.gate.readable('t', 3);
    const rows = await this.gate.rows<TestimonyRow>({
      name: `export.testimonies ${may.form}`,
      text: `select t.name, t.source_url as url, t.start_seconds as start, t.end_seconds as "end", t.position,
                    t.borough, t.neighborhood, t.affiliations, t.source_notes as "keyPoints"
               from testimony t join hearing h on h.id = t.hearing_id
              where t.recording_id = $1 and t.status = any ($2) and ${goesAlong('t')} and ${may.sql}
              order by t.ordinal, t.start_seconds, t.id`,
      values: [recordingId, statuses, ...may.values],
    });
    return rows.map(({ borough, neighborhood, ...rest }) => ({ ...rest, place: { borough, neighborhood } }));
  }

  /** How many testimonies of the hearing a folder cannot hold or may not. */
  async countLeftOut(hearingId: string, recordingId: string, statuses: readonly string[]): Promise<number> {
    const may = this.gate.readable('t', 4);
    const [row] = await this.gate.rows<{ count: number }>({
      name: `export.left-out ${may.form}`,
      text: `select count(*)::int as count from testimony t join hearing h on h.id = t.hearing_id
              where h.id = $1 and ${may.sql}
                and not (t.recording_id is not distinct from $2 and t.status = any ($3) and ${goesAlong('t')})`,
      values: [hearingId, recordingId, statuses, ...may.values],
    });
    return row?.count ?? 0;
  }

  /** Another word as soon as anything that an export reads is another. */
  async stateOf(hearingId: string, { id, recordingId }: ExportedTranscript): Promise<string> {
    const [row] = await this.gate.rows<{ state: string }>({
      name: 'export.state',
      text: `select concat_ws(' ', (select revision from hearing where id = $1), (select revision from transcript where id = $2),
                    (select revision from recording where id = $3),
                    (select md5(string_agg(revision::text, ' ' order by id)) from testimony where recording_id = $3),
                    (select md5(string_agg(revision::text, ' ' order by id)) from speaker where transcript_id = $2)) as state`,
      values: [hearingId, id, recordingId],
    });
    return row?.state ?? '';
  }
}
