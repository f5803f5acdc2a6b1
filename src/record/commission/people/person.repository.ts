import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { CommissionSearch } from '../shared/commission-search.js';
import { Person } from './person.entity.js';

export interface PersonRow {
  id: string;
  name: string;
  givenName: string | null;
  familyName: string | null;
  honorific: string | null;
  position: string | null;
  organisation: string | null;
  biography: string | null;
  url: string | null;
  listed: boolean;
  revision: string;
}

export const PERSON_ORDER: ListOrder = {
  keys: { name: { sql: 'p.name', type: 'text' }, id: { sql: 'p.id', type: 'uuid' } },
  unique: 'id',
  default: 'name',
};

export const PERSON_COLUMNS = `p.id, p.name, p.given_name as "givenName", p.family_name as "familyName", p.honorific,
  p.position, p.organisation, p.biography, p.url, p.listed, p.revision`;

@Injectable()
export class PersonRepository {
  constructor(
    private readonly gate: Gate,
    private readonly search: CommissionSearch,
  ) {}

  list(keyset: Keyset): Promise<PersonRow[]> {
    const readable = this.gate.readable('p', 1);
    const next = readable.values.length + 1;
    return this.gate.rows<PersonRow>({
      name: `people.list ${readable.form} ${keyset.name}`,
      text: `select ${PERSON_COLUMNS} ${keyset.columns} from person p
              where ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [...readable.values, ...keyset.values],
    });
  }

  async count(): Promise<number> {
    const readable = this.gate.readable('p', 1);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `people.count ${readable.form}`,
      text: `select count(*)::int as total from person p where ${readable.sql}`,
      values: readable.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<PersonRow | null> {
    const readable = this.gate.readable('p', 2);
    const [row] = await this.gate.rows<PersonRow>({
      name: `people.find ${readable.form}`,
      text: `select ${PERSON_COLUMNS} from person p where p.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  async lock(id: string): Promise<Person | null> {
    return currentManager().findOne(Person, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Whether they hold, held or are to hold a seat or an office. */
  async sits(id: string): Promise<boolean> {
    const rows = await this.gate.rows({
      name: 'people.sits',
      text: `select from membership m where m.person_id = $1 and m.kind <> 'staff' limit 1`,
      values: [id],
    });
    return rows.length > 0;
  }

  async insert(person: Partial<Person> & Pick<Person, 'id'>): Promise<void> {
    await currentManager().insert(Person, person);
    await this.search.put('person', person.id);
  }

  async update(id: string, change: Partial<Person>): Promise<void> {
    await currentManager().update(Person, { id }, change);
    await this.search.put('person', id);
  }
}
