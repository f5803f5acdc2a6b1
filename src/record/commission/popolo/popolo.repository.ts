import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type { CommissionRow } from '../body/commission.repository.js';
import type { OrganisationRow } from '../organisations/organisation.repository.js';
import type { PostRow } from '../bench/posts/post.repository.js';
import type { TermRow } from '../bench/terms/term.repository.js';
import type { PersonRow } from '../people/person.repository.js';
import type { SectorRow } from '../sectors/sector.repository.js';

type Plain<T> = Omit<T, 'revision'>;

/** All of it as of one moment, as far as the caller reads it. */
export interface CommissionWhole extends Record<string, unknown> {
  commission: Plain<CommissionRow> & { id: string };
  persons: Plain<PersonRow>[];
  organisations: Plain<OrganisationRow>[];
  sectors: Plain<SectorRow>[];
  posts: Plain<PostRow>[];
  terms: (Omit<Plain<TermRow>, 'kind' | 'office' | 'label'> & { personId: string })[];
  zones: { id: string; number: number; name: string; counties: string[] }[];
}

@Injectable()
export class PopoloRepository {
  constructor(private readonly gate: Gate) {}

  /**
   * One statement. It is as long as the commission ever had posts, terms and bodies beside it: witnesses, of whom there
   * are many, are not of the commission.
   */
  async whole(): Promise<CommissionWhole> {
    const { values, form } = this.gate.readable('p', 1);
    const [row] = await this.gate.rows<CommissionWhole>({
      name: `popolo.whole ${form}`,
      text: `select
        (select to_json(x) from (${COMMISSION}) x) as commission,
        ${this.all('persons', PERSONS)},
        ${this.all('organisations', ORGANISATIONS)},
        ${this.all('sectors', SECTORS)},
        ${this.all('posts', POSTS)},
        ${this.all('terms', TERMS)},
        ${this.all('zones', ZONES)}`,
      values,
    });
    if (!row) throw new Error('a select without from answered nothing');
    return row;
  }

  private all(name: string, select: (readable: (alias: string) => string) => string): string {
    const rows = select((alias) => this.gate.readable(alias, 1).sql);
    return `(select coalesce(json_agg(x), '[]') from (${rows}) x) as ${name}`;
  }
}

type Select = (readable: (alias: string) => string) => string;

const COMMISSION = `select c.id, c.name, c.mandate, c.founded_on as "foundedOn", c.dissolved_on as "dissolvedOn",
  c.legal_profile as "legalProfile", c.quorum, c.time_zone as "timeZone", c.language from commission c`;

const PERSONS: Select = (readable) => `
  select p.id, p.name, p.given_name as "givenName", p.family_name as "familyName", p.honorific, p.position,
         p.organisation, p.biography, p.url, p.listed from person p
   where ${readable('p')} and exists (select from membership m where m.person_id = p.id and ${readable('m')})
   order by p.name, p.id`;

const ORGANISATIONS: Select = (readable) => `
  select o.id, o.name, o.kind, o.description, o.url, o.since, o.until, o.listed from organisation o
   where ${readable('o')} order by o.name, o.id`;

const SECTORS: Select = (readable) => `
  select s.id, s.key, s.name, s.description, s.started_on as "startedOn", s.ended_on as "endedOn" from sector s
   where ${readable('s')} order by s.key`;

const POSTS: Select = (readable) => `
  select x.id, x.kind, x.office, x.label, x.sector_id as "sectorId", o.id as "fillableById",
         x.starts_on as "startsOn", x.ends_on as "endsOn"
    from post x left join organisation o on o.id = x.fillable_by_id and ${readable('o')}
   where ${readable('x')} order by x.label, x.id`;

const TERMS: Select = (readable) => `
  select m.id, m.person_id as "personId", m.post_id as "postId", m.starts_on as "startsOn", m.ends_on as "endsOn",
         m.acting, o.id as "appointedById", b.id as "succeedsId", m.end_reason as "endReason"
    from membership m
    left join organisation o on o.id = m.appointed_by_id and ${readable('o')}
    left join membership b on b.id = m.succeeds_id and ${readable('b')}
   where ${readable('m')} order by m.starts_on, m.id`;

const ZONES: Select = (readable) => `
  select z.id, z.number, z.name,
         array(select k.fips from zone_county k where k.zone_id = z.id order by k.fips) as counties
    from zone z where ${readable('z')} order by z.number`;
