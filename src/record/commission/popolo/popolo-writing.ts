import { COUNTIES } from '../zones/counties.js';
import type { PopoloAreaDto, PopoloOrganizationDto, PopoloSectorDto } from './popolo-body.dto.js';
import type { PopoloDto, PopoloMembershipDto, PopoloPersonDto, PopoloPostDto } from './popolo.dto.js';
import type { CommissionWhole } from './popolo.repository.js';

/** What is not known is left out, as in Popolo's own examples. */
type Known<T> = { [K in keyof T]: Exclude<T[K], null> };

function known<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Known<T>;
}

export function popoloOf(whole: CommissionWhole): PopoloDto {
  const commissionId = whole.commission.id;
  return {
    persons: whole.persons.map(person),
    organizations: [commission(whole.commission), ...whole.organisations.map(organization)],
    posts: whole.posts.map((row) => post(row, commissionId)),
    memberships: whole.terms.map((row) => membership(row, commissionId)),
    areas: whole.zones.flatMap(areas),
    hearth: { sectors: whole.sectors.map(sector) },
  };
}

const links = (url: string | null): { url: string }[] | null => (url === null ? null : [{ url }]);

const person = (row: CommissionWhole['persons'][number]): PopoloPersonDto =>
  known({
    id: row.id,
    name: row.name,
    given_name: row.givenName,
    family_name: row.familyName,
    honorific_prefix: row.honorific,
    biography: row.biography,
    links: links(row.url),
    hearth: known({ position: row.position, organisation: row.organisation, listed: row.listed }),
  });

const commission = (row: CommissionWhole['commission']): PopoloOrganizationDto =>
  known({
    id: row.id,
    name: row.name,
    classification: 'commission',
    description: row.mandate,
    founding_date: row.foundedOn,
    dissolution_date: row.dissolvedOn,
    hearth: known({
      legal_profile: row.legalProfile,
      quorum: row.quorum,
      time_zone: row.timeZone,
      language: row.language,
    }),
  });

const organization = (row: CommissionWhole['organisations'][number]): PopoloOrganizationDto =>
  known({
    id: row.id,
    name: row.name,
    classification: row.kind,
    description: row.description,
    links: links(row.url),
    hearth: known({ since: row.since, until: row.until, listed: row.listed }),
  });

const ROLES = { seat: 'member', office: 'office', staff: 'staff' } as const;

function post(row: CommissionWhole['posts'][number], commissionId: string): PopoloPostDto {
  const beside = known({ sector_id: row.sectorId, fillable_by_id: row.fillableById });
  return known({
    id: row.id,
    label: row.label,
    role: row.office ?? ROLES[row.kind],
    organization_id: commissionId,
    start_date: row.startsOn,
    end_date: row.endsOn,
    hearth: Object.keys(beside).length > 0 ? beside : null,
  });
}

const membership = (row: CommissionWhole['terms'][number], commissionId: string): PopoloMembershipDto =>
  known({
    id: row.id,
    person_id: row.personId,
    organization_id: commissionId,
    post_id: row.postId,
    on_behalf_of_id: row.appointedById,
    start_date: row.startsOn,
    end_date: row.endsOn,
    hearth: known({ acting: row.acting, succeeds_id: row.succeedsId, end_reason: row.endReason }),
  });

const sector = (row: CommissionWhole['sectors'][number]): PopoloSectorDto =>
  known({
    id: row.id,
    key: row.key,
    name: row.name,
    description: row.description,
    start_date: row.startedOn,
    end_date: row.endedOn,
  });

const areas = ({ id, number, name, counties }: CommissionWhole['zones'][number]): PopoloAreaDto[] => [
  { id, name, classification: 'zone', identifiers: [{ scheme: 'zone', identifier: String(number) }] },
  ...counties.map((fips) => ({
    id: `county-${fips}`,
    name: COUNTIES.get(fips) ?? fips,
    classification: 'county',
    identifiers: [{ scheme: 'fips', identifier: fips }],
    parent_id: id,
  })),
];
