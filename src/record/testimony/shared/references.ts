import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { unknownReference } from '../testimony.errors.js';

/** Tables whose records a body may name, and what a person calls one. */
const NAMES = {
  hearing: 'hearing',
  hearing_session: 'session of the hearing',
  agenda_item: 'agenda item of the hearing',
  witness: 'witness of the hearing',
  recording: 'recording of the hearing',
  person: 'person',
} as const;

export type ReferencedTable = keyof typeof NAMES;

/** A property of a body that names a record. */
export interface Reference {
  pointer: string;
  table: ReferencedTable;
  id: string | null | undefined;
  /** The hearing that the record must belong to; undefined when any will do. */
  hearingId?: string | null;
}

/** Looks records up that a body names, through the gate: what the caller may not see, they cannot name. */
@Injectable()
export class References {
  constructor(private readonly gate: Gate) {}

  /** @throws DomainError 422 UNKNOWN_REFERENCE for the first that is hidden, absent or of another hearing */
  async demand(...references: readonly Reference[]): Promise<void> {
    for (const { pointer, table, id, hearingId } of references) {
      if (id === null || id === undefined) continue;
      const found = await this.find(table, id);
      const fits = found !== null && (hearingId === undefined || found.hearing_id === hearingId);
      if (!fits) throw unknownReference(pointer, NAMES[table]);
    }
  }

  async exists(table: ReferencedTable, id: string): Promise<boolean> {
    return (await this.find(table, id)) !== null;
  }

  private async find(table: ReferencedTable, id: string): Promise<{ hearing_id: string | null } | null> {
    const readable = this.gate.readable('x', 2);
    const hearing = table === 'hearing' ? 'x.id' : table === 'person' ? 'null::uuid' : 'x.hearing_id';
    const [row] = await this.gate.rows<{ hearing_id: string | null }>({
      name: `testimony.reference ${table} ${readable.form}`,
      text: `select ${hearing} as hearing_id from ${table} x where x.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }
}
