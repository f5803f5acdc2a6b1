import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { Cue } from '../entities/cue.entity.js';
import { CueEdit, type CueState } from '../entities/cue-edit.entity.js';
import { Transcript } from '../entities/transcript.entity.js';

export interface CueEditRow {
  edit: number;
  reason: string;
  before: CueState;
  after: CueState;
  edited_at: Date;
  actor_id: string;
  actor_kind: 'person' | 'machine';
  actor_name: string;
}

export const CUE_EDIT_ORDER: ListOrder = {
  keys: { edit: { sql: 'e.edit', type: 'integer' } },
  unique: 'edit',
  default: '-edit',
};

@Injectable()
export class CueEditRepository {
  constructor(private readonly gate: Gate) {}

  list(transcriptId: string, number: number, keyset: Keyset): Promise<CueEditRow[]> {
    const readable = this.gate.readable('t', 3);
    const next = readable.values.length + 3;
    return this.gate.rows<CueEditRow>({
      name: `cue-edits.list ${readable.form} ${keyset.name}`,
      text: `select e.edit, e.reason, e.before, e.after, e.edited_at, a.id as actor_id, a.kind as actor_kind,
                    a.name as actor_name ${keyset.columns}
               from transcript t
               join cue_edit e on e.transcript_id = t.id and e.cue_number = $2
               join actor a on a.id = e.edited_by
              where t.id = $1 and ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [transcriptId, number, ...readable.values, ...keyset.values],
    });
  }

  async count(transcriptId: string, number: number): Promise<number> {
    const readable = this.gate.readable('t', 3);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `cue-edits.count ${readable.form}`,
      text: `select count(*)::int as total
               from transcript t join cue_edit e on e.transcript_id = t.id and e.cue_number = $2
              where t.id = $1 and ${readable.sql}`,
      values: [transcriptId, number, ...readable.values],
    });
    return row?.total ?? 0;
  }

  findCue(transcriptId: string, number: number): Promise<Cue | null> {
    return currentManager().findOne(Cue, { where: { transcriptId, number } });
  }

  /** Between which starts a cue's own must stay, so that numbers keep the order of what was said. */
  async startsAround(
    transcriptId: string,
    number: number,
  ): Promise<{ before: number | null; after: number | null }> {
    const [row] = await currentManager().query<{ before: number | null; after: number | null }[]>(
      `select (select start_seconds from cue where transcript_id = $1 and number < $2 order by number desc limit 1) as before,
              (select start_seconds from cue where transcript_id = $1 and number > $2 order by number limit 1) as after`,
      [transcriptId, number],
    );
    return row ?? { before: null, after: null };
  }

  /** Counts one more edit of a transcript that the transaction has locked. */
  async nextEdit(transcript: Transcript, longest = 0): Promise<number> {
    const lastEdit = transcript.lastEdit + 1;
    const longestCue = Math.max(transcript.longestCue, longest);
    await currentManager().update(Transcript, { id: transcript.id }, { lastEdit, longestCue });
    return lastEdit;
  }

  async store(edit: Omit<CueEdit, 'editedAt'>): Promise<void> {
    const { transcriptId, cueNumber: number, after } = edit;
    await currentManager().insert(CueEdit, edit);
    await currentManager().update(
      Cue,
      { transcriptId, number },
      {
        startSeconds: after.start,
        endSeconds: after.end,
        text: after.text,
        speakerId: after.speakerId,
        edit: edit.edit,
      },
    );
  }
}
