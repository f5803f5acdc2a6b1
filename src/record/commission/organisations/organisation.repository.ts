import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager, type NamedQuery } from '#src/foundation/database/index.js';
import { Gate, type Predicate } from '#src/trust/access/index.js';
import type { OrganisationKind } from './organisation-kind.js';
import { CommissionSearch } from '../shared/commission-search.js';
import { Organisation } from './organisation.entity.js';

export interface OrganisationRow {
  id: string;
  name: string;
  kind: OrganisationKind;
  description: string | null;
  url: string | null;
  since: string | null;
  until: string | null;
  listed: boolean;
  revision: string;
}

/** Somebody whom the organisation appointed, for one term. */
export interface Appointee {
  membershipId: string;
  personId: string;
  name: string;
  postId: string;
  post: string;
  acting: boolean;
  startsOn: string;
  endsOn: string | null;
}

export interface OrganisationFilter {
  readonly kind?: OrganisationKind;
}

export const ORGANISATION_ORDER: ListOrder = {
  keys: { name: { sql: 'o.name', type: 'text' }, id: { sql: 'o.id', type: 'uuid' } },
  unique: 'id',
  default: 'name',
};

const COLUMNS = `o.id, o.name, o.kind, o.description, o.url, o.since::text as since, o.until::text as until,
  o.listed, o.revision`;

@Injectable()
export class OrganisationRepository {
  constructor(
    private readonly gate: Gate,
    private readonly search: CommissionSearch,
  ) {}

  list(filter: OrganisationFilter, keyset: Keyset): Promise<OrganisationRow[]> {
    return this.gate.rows<OrganisationRow>(this.listing(filter, keyset));
  }

  /** What `list` asks, for whoever asks it together with more. */
  listing(filter: OrganisationFilter, keyset: Keyset): NamedQuery {
    const where = whereOf(filter, this.gate.readable('o', 2));
    const next = where.values.length + 1;
    return {
      name: `organisations.list ${where.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from organisation o
              where ${where.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [...where.values, ...keyset.values],
    };
  }

  async count(filter: OrganisationFilter): Promise<number> {
    const where = whereOf(filter, this.gate.readable('o', 2));
    const [row] = await this.gate.rows<{ total: number }>({
      name: `organisations.count ${where.form}`,
      text: `select count(*)::int as total from organisation o where ${where.sql}`,
      values: where.values,
    });
    return row?.total ?? 0;
  }

  /** With those it appointed whom the caller may know of, in the order of their terms. */
  async find(id: string): Promise<(OrganisationRow & { appointees: Appointee[] }) | null> {
    const readable = this.gate.readable('o', 2);
    const [term, person] = [this.gate.readable('m', 2), this.gate.readable('p', 2)];
    const [row] = await this.gate.rows<OrganisationRow & { appointees: Appointee[] }>({
      name: `organisations.find ${readable.form}`,
      text: `select ${COLUMNS},
                (select coalesce(json_agg(json_build_object('membershipId', m.id, 'personId', p.id, 'name', p.name,
                          'postId', t.id, 'post', t.label, 'acting', m.acting, 'startsOn', m.starts_on,
                          'endsOn', m.ends_on) order by m.starts_on, p.name, m.id), '[]')
                   from membership m join person p on p.id = m.person_id join post t on t.id = m.post_id
                  where m.appointed_by_id = o.id and ${term.sql} and ${person.sql}) as appointees
               from organisation o where o.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  async lock(id: string): Promise<Organisation | null> {
    return currentManager().findOne(Organisation, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async insert(organisation: Partial<Organisation> & Pick<Organisation, 'id'>): Promise<void> {
    await currentManager().insert(Organisation, organisation);
    await this.search.put('organisation', organisation.id);
  }

  async update(id: string, change: Partial<Organisation>): Promise<void> {
    await currentManager().update(Organisation, { id }, change);
    await this.search.put('organisation', id);
  }
}

function whereOf({ kind }: OrganisationFilter, readable: Predicate): Predicate {
  return {
    sql: `($1::text is null or o.kind = $1) and ${readable.sql}`,
    values: [kind ?? null, ...readable.values],
    form: readable.form,
  };
}
