import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { RecordStatus } from '../entities/record-status.js';
import { Transcript, type TranscriptKind } from '../entities/transcript.entity.js';

export interface TranscriptRow {
  id: string;
  recording_id: string;
  kind: TranscriptKind;
  derived_from: string | null;
  language: string;
  status: RecordStatus;
  current: boolean;
  note: string | null;
  cue_count: number;
  revision: string;
}

export const TRANSCRIPT_ORDER: ListOrder = {
  keys: { createdAt: { sql: 't.created_at', type: 'timestamptz' }, id: { sql: 't.id', type: 'uuid' } },
  unique: 'id',
  default: 'createdAt',
};

// Through its own policies: a transcript that the reader may not see was derived from nothing.
const COLUMNS = `t.id, t.recording_id, t.kind, (select d.id from transcript d where d.id = t.derived_from) as derived_from,
  t.language, t.status, t.current, t.note, t.cue_count, t.revision`;

@Injectable()
export class TranscriptRepository {
  constructor(private readonly gate: Gate) {}

  list(recordingId: string, keyset: Keyset): Promise<TranscriptRow[]> {
    const readable = this.gate.readable('t', 2);
    const next = readable.values.length + 2;
    return this.gate.rows<TranscriptRow>({
      name: `transcripts.list ${readable.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from transcript t
              where t.recording_id = $1 and ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [recordingId, ...readable.values, ...keyset.values],
    });
  }

  async count(recordingId: string): Promise<number> {
    const readable = this.gate.readable('t', 2);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `transcripts.count ${readable.form}`,
      text: `select count(*)::int as total from transcript t where t.recording_id = $1 and ${readable.sql}`,
      values: [recordingId, ...readable.values],
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<TranscriptRow | null> {
    const readable = this.gate.readable('t', 2);
    const [row] = await this.gate.rows<TranscriptRow>({
      name: `transcripts.find ${readable.form}`,
      text: `select ${COLUMNS} from transcript t where t.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  /** Waits for whoever is changing it or its words; what it then reads cannot change until the transaction ends. */
  lock(id: string): Promise<Transcript | null> {
    return currentManager().findOne(Transcript, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  currentOf(recordingId: string, language: string): Promise<Transcript | null> {
    return currentManager().findOne(Transcript, {
      where: { recordingId, language, current: true },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(transcript: Partial<Transcript>): Promise<void> {
    await currentManager().insert(Transcript, transcript);
  }

  async update(id: string, change: Partial<Transcript>): Promise<void> {
    await currentManager().update(Transcript, { id }, change);
  }
}
