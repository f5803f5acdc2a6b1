import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { RosterEntry } from './roster-entry.entity.js';

export interface RosterMember {
  personId: string;
  name: string;
}

interface RosterRow {
  [column: string]: unknown;
  members: RosterMember[];
  revision: string;
}

@Injectable()
export class RosterRepository {
  constructor(private readonly gate: Gate) {}

  /** Of the hearing that stands in a query as `h`: who is listed, as far as the caller may know of them. */
  members(firstParameter: number, limit: number): { sql: string; values: readonly unknown[] } {
    const { sql, values } = this.gate.readable('p', firstParameter);
    return {
      sql: `(select coalesce(json_agg(json_build_object('personId', m.id, 'name', m.name) order by m.ordinal, m.id), '[]')
               from (select p.id, p.name, r.ordinal from roster_entry r join person p on p.id = r.person_id
                      where r.hearing_id = h.id and ${sql} order by r.ordinal, p.id limit ${limit}) m)`,
      values,
    };
  }

  async find(hearingId: string): Promise<RosterRow | null> {
    const readable = this.gate.readable('h', 2);
    const members = this.members(2, MOST_MEMBERS);
    const [row] = await this.gate.rows<RosterRow>({
      name: `roster.find ${readable.form}`,
      text: `select h.revision, ${members.sql} as members from hearing h where h.id = $1 and ${readable.sql}`,
      values: [hearingId, ...readable.values],
    });
    return row ?? null;
  }

  /** Those of the ids that name a person the caller can see. */
  async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const readable = this.gate.readable('p', 2);
    const rows = await this.gate.rows<{ id: string }>({
      name: `roster.known ${readable.form}`,
      text: `select p.id from person p where p.id = any ($1::uuid[]) and ${readable.sql}`,
      values: [ids, ...readable.values],
    });
    return new Set(rows.map(({ id }) => id));
  }

  async replace(hearingId: string, personIds: readonly string[]): Promise<void> {
    await currentManager().delete(RosterEntry, { hearingId });
    if (personIds.length === 0) return;
    await currentManager().insert(
      RosterEntry,
      personIds.map((personId, i) => ({ hearingId, personId, ordinal: i + 1 })),
    );
  }
}

export const MOST_MEMBERS = 100;
