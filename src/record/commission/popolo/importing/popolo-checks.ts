import { DomainError } from '#src/foundation/common/index.js';
import { assertProvided } from '../../bench/posts/post.policy.js';
import { assertPublic, assertTermFits } from '../../bench/terms/term.policy.js';
import { assertDays } from '../../shared/days.js';
import type { PopoloRemark } from './popolo-problems.js';
import type { Placed, PopoloRecords, TermRecord } from './popolo-records.js';

/** The fields of the rules, by their names in a file. */
const NAMES: Readonly<Record<string, string>> = {
  '/startsOn': '/start_date',
  '/endsOn': '/end_date',
  '/endReason': '/hearth/end_reason',
  '/sectorId': '/hearth/sector_id',
  '/office': '/role',
  '/personId': '/person_id',
};

/** What the rules of the bench refuse in a file, all of it, with its places. */
export function findBroken(records: PopoloRecords): PopoloRemark[] {
  const found: PopoloRemark[] = [];
  const rule = (pointer: string, check: () => void): void => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const [place] = error.errors;
      const field = place?.pointer ?? '';
      found.push({ pointer: `${pointer}${NAMES[field] ?? field}`, code: error.code, detail: error.detail });
    }
  };
  const { commission } = records;
  if (commission) {
    const { foundedOn, dissolvedOn } = commission.record;
    rule(commission.pointer, () => assertDays(foundedOn ?? null, dissolvedOn ?? null, '/dissolution_date'));
  }
  for (const { pointer, record } of records.organisations)
    rule(pointer, () => assertDays(record.since ?? null, record.until ?? null, '/hearth/until'));
  const keys = new Set<string>();
  for (const { pointer, record } of records.sectors) {
    rule(pointer, () => assertDays(record.startedOn ?? null, record.endedOn ?? null, '/end_date'));
    if (keys.has(record.key))
      found.push({ pointer: `${pointer}/key`, code: 'TWICE', detail: 'is the key of another sector' });
    keys.add(record.key);
  }
  const endOf = new Map(records.sectors.map(({ record }) => [record.id, record.endedOn ?? null]));
  const sectorEnd = (id: string | undefined): string | null =>
    id === undefined ? null : (endOf.get(id) ?? null);
  const listed = new Map(records.persons.map(({ record }) => [record.id, record.listed ?? false]));
  const posts = new Map(records.posts.map(({ record }) => [record.id, record]));
  for (const { pointer, record } of records.posts)
    rule(pointer, () => assertProvided({ ...NO_POST, ...stated(record) }, sectorEnd(record.sectorId)));
  for (const { pointer, record } of records.terms) {
    const post = posts.get(record.postId);
    if (!post) continue;
    const person = { listed: listed.get(record.personId) ?? false, pointer: '/personId' };
    rule(pointer, () => assertPublic(person, post.kind));
    const { startsOn, endsOn = null, endReason = null } = record;
    const days = { startsOn: post.startsOn, endsOn: post.endsOn ?? null };
    rule(pointer, () => assertTermFits({ startsOn, endsOn, endReason }, days, sectorEnd(post.sectorId)));
  }
  return [
    ...found,
    ...overlaps(
      records.terms,
      ({ postId }) => postId,
      'POST_TAKEN',
      'The post has another member in these days.',
    ),
    ...overlaps(
      records.terms.filter(({ record }) => record.kind === 'seat'),
      ({ personId }) => personId,
      'TERM_OVERLAPS',
      'The person holds another seat in these days.',
    ),
    ...overlaps(
      records.posts.filter(({ record }) => record.office === 'chair'),
      () => 'chair',
      'CHAIR_PROVIDED',
      'Another post of a chair is provided for in these days.',
    ),
    ...successions(records.terms),
  ];
}

const NO_POST = { office: null, sectorId: null, endsOn: null } as const;

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const stated = <T extends object>(record: T): Defined<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;

interface Days {
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
}

/** Of those that share a key, each that begins before one that began before it has ended. */
function overlaps<T extends Days>(
  placed: readonly Placed<T>[],
  keyOf: (record: T) => string,
  code: string,
  detail: string,
): PopoloRemark[] {
  const until = new Map<string, string>();
  const found: PopoloRemark[] = [];
  for (const { pointer, record } of placed.toSorted((a, b) =>
    a.record.startsOn < b.record.startsOn ? -1 : 1,
  )) {
    const key = keyOf(record);
    const last = until.get(key);
    const end = record.endsOn ?? FOREVER;
    if (last !== undefined && record.startsOn <= last)
      found.push({ pointer: `${pointer}/start_date`, code, detail });
    if (last === undefined || last < end) until.set(key, end);
  }
  return found;
}

/** After every day of four digits. */
const FOREVER = '9999-99-99';

function successions(terms: readonly Placed<TermRecord>[]): PopoloRemark[] {
  const byId = new Map(terms.map(({ record }) => [record.id, record]));
  return terms.flatMap(({ pointer, record }) => {
    const former = record.succeedsId === undefined ? undefined : byId.get(record.succeedsId);
    if (!former) return [];
    if (former.postId === record.postId && former.endsOn !== undefined && former.endsOn < record.startsOn)
      return [];
    const detail = 'names no term in the same post that ended before';
    return [{ pointer: `${pointer}/hearth/succeeds_id`, code: 'SUCCESSION_ORDER', detail }];
  });
}
