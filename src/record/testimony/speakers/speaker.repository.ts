import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { Speaker } from '../entities/speaker.entity.js';

export interface SpeakerRow {
  id: string;
  label: string;
  name: string | null;
  position: string | null;
  organisation: string | null;
  witness_id: string | null;
  person_id: string | null;
  cue_count: number;
  seconds: number;
  revision: string;
}

export const SPEAKER_ORDER: ListOrder = {
  keys: { label: { sql: 's.label', type: 'text' } },
  unique: 'label',
  default: 'label',
};

// Witnesses and people through their own policies: who is hidden is nobody.
const COLUMNS = `s.id, s.label, s.name, s.position, s.organisation, s.revision,
  (select w.id from witness w where w.id = s.witness_id) as witness_id,
  (select p.id from person p where p.id = s.person_id) as person_id,
  spoken.cue_count, spoken.seconds`;
const SPOKEN = `cross join lateral (
  select count(*)::int as cue_count, coalesce(sum(c.end_seconds - c.start_seconds), 0) as seconds
    from cue c where c.speaker_id = s.id) spoken`;

@Injectable()
export class SpeakerRepository {
  constructor(private readonly gate: Gate) {}

  list(transcriptId: string, keyset: Keyset): Promise<SpeakerRow[]> {
    const readable = this.gate.readable('t', 2);
    const next = readable.values.length + 2;
    return this.gate.rows<SpeakerRow>({
      name: `speakers.list ${readable.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns}
               from transcript t join speaker s on s.transcript_id = t.id ${SPOKEN}
              where t.id = $1 and ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [transcriptId, ...readable.values, ...keyset.values],
    });
  }

  async count(transcriptId: string): Promise<number> {
    const readable = this.gate.readable('t', 2);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `speakers.count ${readable.form}`,
      text: `select count(*)::int as total from transcript t join speaker s on s.transcript_id = t.id
              where t.id = $1 and ${readable.sql}`,
      values: [transcriptId, ...readable.values],
    });
    return row?.total ?? 0;
  }

  async find(transcriptId: string, id: string): Promise<SpeakerRow | null> {
    const readable = this.gate.readable('t', 3);
    const [row] = await this.gate.rows<SpeakerRow>({
      name: `speakers.find ${readable.form}`,
      text: `select ${COLUMNS} from transcript t join speaker s on s.transcript_id = t.id ${SPOKEN}
              where t.id = $1 and s.id = $2 and ${readable.sql}`,
      values: [transcriptId, id, ...readable.values],
    });
    return row ?? null;
  }

  async labels(transcriptId: string): Promise<Set<string>> {
    const rows = await currentManager().find(Speaker, { where: { transcriptId }, select: { label: true } });
    return new Set(rows.map(({ label }) => label));
  }

  async insert(speaker: Partial<Speaker>): Promise<void> {
    await currentManager().insert(Speaker, speaker);
  }

  async update(id: string, change: Partial<Speaker>): Promise<void> {
    await currentManager().update(Speaker, { id }, { ...change, revision: randomUUID() });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await currentManager().delete(Speaker, [...ids]);
  }
}
