import { COMMISSION_ID } from '../../body/commission.entity.js';
import { OFFICES, type Office, type PostKind } from '../../bench/posts/post-kind.js';
import { ORGANISATION_KINDS } from '../../organisations/organisation-kind.js';
import { areasOf } from './popolo-areas.js';
import { Names } from './popolo-ids.js';
import type { PopoloRemark } from './popolo-problems.js';
import type { PopoloRecords } from './popolo-records.js';
import type { PopoloFile } from './popolo-shape.js';

const IS_COMMISSION = 'commission';

/** What a file states, as records. What does not hold together is added to `problems`, what is bent to `remarks`. */
export function recordsOf(
  file: PopoloFile,
  problems: PopoloRemark[],
  remarks: PopoloRemark[],
): PopoloRecords {
  const body = file.organizations.find(isCommission);
  const organizations = new Names('organization', file.organizations, '/organizations', problems, (id) =>
    id === body?.id ? COMMISSION_ID : undefined,
  );
  const persons = new Names('person', file.persons, '/persons', problems);
  const posts = new Names('post', file.posts, '/posts', problems);
  const terms = new Names('membership', file.memberships, '/memberships', problems);
  const sectors = new Names('sector', file.hearth.sectors, '/hearth/sectors', problems);

  /** Posts and memberships are the commission's own: another body's have no place here. */
  const own = (id: string | undefined, pointer: string): void => {
    const kept = organizations.resolve(id, pointer);
    if (kept === undefined || kept === COMMISSION_ID) return;
    problems.push({
      pointer,
      code: 'OTHER_ORGANIZATION',
      detail: 'is not the organization classified as commission',
    });
  };
  /** A body that appoints stands beside the commission. */
  const beside = (id: string | undefined, pointer: string): string | undefined => {
    const kept = organizations.resolve(id, pointer);
    if (kept !== COMMISSION_ID) return kept;
    problems.push({ pointer, code: 'OTHER_ORGANIZATION', detail: 'is the commission itself' });
    return undefined;
  };
  const kindOf = new Map<string, PostKind>();
  const sitting = personsWhoSit(file);

  return {
    ...commissionOf(file, problems),
    organisations: file.organizations.flatMap((one, i) => {
      if (isCommission(one)) return [];
      const pointer = `/organizations/${i}`;
      const kind = ORGANISATION_KINDS.find((known) => known === one.classification) ?? 'other';
      if (one.classification !== undefined && one.classification !== kind) {
        remarks.push({ pointer: `${pointer}/classification`, code: 'BENT', detail: 'is kept as other' });
      }
      for (const field of ['founding_date', 'dissolution_date'] as const) {
        if (one[field] !== undefined) remarks.push(notTaken(`${pointer}/${field}`));
      }
      const { description, hearth } = one;
      const record = {
        id: organizations.kept(one.id),
        name: one.name,
        kind,
        description,
        url: one.links?.[0]?.url,
        since: hearth?.since,
        until: hearth?.until,
        listed: hearth?.listed,
      };
      return [{ pointer, record }];
    }),
    persons: file.persons.map((one, i) => ({
      pointer: `/persons/${i}`,
      record: {
        id: persons.kept(one.id),
        name: one.name,
        givenName: one.given_name,
        familyName: one.family_name,
        honorific: one.honorific_prefix,
        position: one.hearth?.position,
        organisation: one.hearth?.organisation,
        biography: one.biography,
        url: one.links?.[0]?.url,
        // Who sits on a public body is public, whether or not the file knows of such a thing.
        listed: one.hearth?.listed ?? (sitting.has(one.id) ? true : undefined),
      },
    })),
    sectors: file.hearth.sectors.map((one, i) => ({
      pointer: `/hearth/sectors/${i}`,
      record: {
        id: sectors.kept(one.id),
        key: one.key,
        name: one.name,
        description: one.description,
        startedOn: one.start_date,
        endedOn: one.end_date,
      },
    })),
    posts: file.posts.map((one, i) => {
      const pointer = `/posts/${i}`;
      own(one.organization_id, `${pointer}/organization_id`);
      const held = heldAs(one.role);
      if (!held) remarks.push({ pointer: `${pointer}/role`, code: 'BENT', detail: 'is kept as a seat' });
      const { kind, office } = held ?? { kind: 'seat', office: undefined };
      const id = posts.kept(one.id);
      kindOf.set(id, kind);
      const record = {
        id,
        kind,
        office,
        label: one.label,
        sectorId: sectors.resolve(one.hearth?.sector_id, `${pointer}/hearth/sector_id`),
        fillableById: beside(one.hearth?.fillable_by_id, `${pointer}/hearth/fillable_by_id`),
        startsOn: one.start_date,
        endsOn: one.end_date,
      };
      return { pointer, record };
    }),
    terms: file.memberships.flatMap((one, i) => {
      const pointer = `/memberships/${i}`;
      own(one.organization_id, `${pointer}/organization_id`);
      const personId = persons.resolve(one.person_id, `${pointer}/person_id`);
      const postId = posts.resolve(one.post_id, `${pointer}/post_id`);
      const appointedById = beside(one.on_behalf_of_id, `${pointer}/on_behalf_of_id`);
      const succeedsId = terms.resolve(one.hearth?.succeeds_id, `${pointer}/hearth/succeeds_id`);
      if (personId === undefined || postId === undefined) return [];
      const record = {
        id: terms.kept(one.id),
        personId,
        postId,
        kind: kindOf.get(postId) ?? 'seat',
        startsOn: one.start_date,
        endsOn: one.end_date,
        acting: one.hearth?.acting,
        appointedById,
        succeedsId,
        endReason: one.hearth?.end_reason,
      };
      return [{ pointer, record }];
    }),
    ...areasOf(file.areas, problems, remarks),
  };
}

/** Those, by their ids in the file, who hold, held or are to hold a seat or an office. */
function personsWhoSit({ posts, memberships }: PopoloFile): ReadonlySet<string | undefined> {
  const staff = new Set(posts.filter(({ role }) => heldAs(role)?.kind === 'staff').map(({ id }) => id));
  return new Set(memberships.filter(({ post_id }) => !staff.has(post_id)).map(({ person_id }) => person_id));
}

const isCommission = ({ classification }: { classification?: string | undefined }): boolean =>
  classification === IS_COMMISSION;

function commissionOf(file: PopoloFile, problems: PopoloRemark[]): Pick<PopoloRecords, 'commission'> {
  const [first, ...more] = [...file.organizations.entries()].filter(([, one]) => isCommission(one));
  for (const [i] of more) {
    const detail = 'is a second commission: one an installation';
    problems.push({ pointer: `/organizations/${i}/classification`, code: 'TWICE', detail });
  }
  if (!first) return { commission: undefined };
  const [i, { name, description, founding_date, dissolution_date, hearth }] = first;
  const record = {
    name,
    mandate: description,
    foundedOn: founding_date,
    dissolvedOn: dissolution_date,
    legalProfile: hearth?.legal_profile,
    quorum: hearth?.quorum,
    timeZone: hearth?.time_zone,
    language: hearth?.language,
  };
  return { commission: { pointer: `/organizations/${i}`, record } };
}

function heldAs(role: string | undefined): { kind: PostKind; office?: Office | undefined } | undefined {
  if (role === undefined || role === 'member') return { kind: 'seat' };
  if (role === 'office' || role === 'staff') return { kind: role };
  const office = OFFICES.find((known) => known === role);
  return office && { kind: 'office', office };
}

const notTaken = (pointer: string): PopoloRemark => ({
  pointer,
  code: 'NOT_TAKEN',
  detail: 'has no place here and is left out',
});
