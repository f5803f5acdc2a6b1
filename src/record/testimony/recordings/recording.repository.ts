import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { Recording } from '../entities/recording.entity.js';
import { RecordingPart } from '../entities/recording-part.entity.js';
import type { RecordStatus } from '../entities/record-status.js';
import { Filters } from '../shared/filters.js';

export interface RecordingPartRow {
  number: number;
  title: string | null;
  clockOffset: number;
  duration: number | null;
}

export interface RecordingRow {
  id: string;
  hearing_id: string;
  session_id: string | null;
  title: string;
  recorded_at: Date | null;
  duration: number | null;
  language: string;
  content_note: string | null;
  status: RecordStatus;
  revision: string;
  parts: RecordingPartRow[];
}

export const RECORDING_ORDER: ListOrder = {
  keys: { createdAt: { sql: 'r.created_at', type: 'timestamptz' }, id: { sql: 'r.id', type: 'uuid' } },
  unique: 'id',
  default: 'createdAt',
};

// A session can be closed where the recording is not: through its own policies, what is hidden is null.
const COLUMNS = `r.id, r.hearing_id, (select s.id from hearing_session s where s.id = r.session_id) as session_id,
  r.title, r.recorded_at, r.duration, r.language, r.content_note, r.status, r.revision,
  (select coalesce(json_agg(json_build_object('number', p.number, 'title', p.title, 'clockOffset', p.clock_offset,
            'duration', p.duration) order by p.number), '[]')
     from recording_part p where p.recording_id = r.id) as parts`;

@Injectable()
export class RecordingRepository {
  constructor(private readonly gate: Gate) {}

  list(hearing: string | undefined, keyset: Keyset): Promise<RecordingRow[]> {
    const readable = this.gate.readable('r', 1);
    const filters = new Filters(readable.values).add('h', 'r.hearing_id = ?', hearing);
    return this.gate.rows<RecordingRow>({
      name: `recordings.list ${readable.form} ${filters.name} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from recording r
              where ${readable.sql} and ${filters.sql} and ${keyset.where(filters.next)}
              order by ${keyset.order} limit ${keyset.limit(filters.next)}`,
      values: [...filters.values, ...keyset.values],
    });
  }

  async count(hearing: string | undefined): Promise<number> {
    const readable = this.gate.readable('r', 1);
    const filters = new Filters(readable.values).add('h', 'r.hearing_id = ?', hearing);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `recordings.count ${readable.form} ${filters.name}`,
      text: `select count(*)::int as total from recording r where ${readable.sql} and ${filters.sql}`,
      values: filters.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<RecordingRow | null> {
    const readable = this.gate.readable('r', 2);
    const [row] = await this.gate.rows<RecordingRow>({
      name: `recordings.find ${readable.form}`,
      text: `select ${COLUMNS} from recording r where r.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  /** Waits for whoever is changing it; what it then reads cannot change until the transaction ends. */
  lock(id: string): Promise<Recording | null> {
    return currentManager().findOne(Recording, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(recording: Partial<Recording>): Promise<void> {
    await currentManager().insert(Recording, recording);
  }

  async update(id: string, change: Partial<Recording>): Promise<void> {
    await currentManager().update(Recording, { id }, change);
  }

  async replaceParts(recordingId: string, parts: readonly Partial<RecordingPart>[]): Promise<void> {
    await currentManager().delete(RecordingPart, { recordingId });
    if (parts.length > 0) {
      await currentManager().insert(
        RecordingPart,
        parts.map((part) => ({ ...part, recordingId })),
      );
    }
  }
}
