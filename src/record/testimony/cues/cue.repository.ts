import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';
import { Filters } from '../shared/filters.js';

export interface CueRow {
  number: number;
  start: number;
  end: number;
  speaker_id: string | null;
  text: string;
  edit: number;
}

export const CUE_ORDER: ListOrder = {
  keys: {
    start: { sql: 'c.start_seconds', type: 'float8' },
    number: { sql: 'c.number', type: 'integer' },
  },
  unique: 'number',
  default: 'start',
};

const COLUMNS = 'c.number, c.start_seconds as start, c.end_seconds as "end", c.speaker_id, c.text, c.edit';

export interface CueFilter {
  from?: number;
  to?: number;
  speaker?: string;
}

@Injectable()
export class CueRepository {
  constructor(private readonly gate: Gate) {}

  list(transcriptId: string, filter: CueFilter, keyset: Keyset): Promise<CueRow[]> {
    const { readable, filters } = this.conditions(transcriptId, filter);
    return this.gate.rows<CueRow>({
      name: `cues.list ${readable.form} ${filters.name} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from transcript t join cue c on c.transcript_id = t.id
              where t.id = $1 and ${readable.sql} and ${filters.sql} and ${keyset.where(filters.next)}
              order by ${keyset.order} limit ${keyset.limit(filters.next)}`,
      values: [...filters.values, ...keyset.values],
    });
  }

  async count(transcriptId: string, filter: CueFilter): Promise<number> {
    const { readable, filters } = this.conditions(transcriptId, filter);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `cues.count ${readable.form} ${filters.name}`,
      text: `select count(*)::int as total from transcript t join cue c on c.transcript_id = t.id
              where t.id = $1 and ${readable.sql} and ${filters.sql}`,
      values: filters.values,
    });
    return row?.total ?? 0;
  }

  async find(transcriptId: string, number: number): Promise<CueRow | null> {
    const readable = this.gate.readable('t', 3);
    const [row] = await this.gate.rows<CueRow>({
      name: `cues.find ${readable.form}`,
      text: `select ${COLUMNS} from transcript t join cue c on c.transcript_id = t.id
              where t.id = $1 and c.number = $2 and ${readable.sql}`,
      values: [transcriptId, number, ...readable.values],
    });
    return row ?? null;
  }

  private conditions(transcriptId: string, { from, to, speaker }: CueFilter) {
    const readable = this.gate.readable('t', 2);
    const filters = new Filters([transcriptId, ...readable.values])
      // No cue lasts longer than the longest: the index need not be read from the beginning.
      .add(
        'f',
        '(c.start_seconds >= ?::float8 - t.longest_cue and (c.end_seconds > ? or c.start_seconds >= ?))',
        from,
      )
      .add('t', 'c.start_seconds < ?', to)
      .add('s', 'c.speaker_id = ?', speaker);
    return { readable, filters };
  }
}
