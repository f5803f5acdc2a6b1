import { z } from 'zod';
import { isLanguageTag, isLocalDate, isStorableText } from '#src/foundation/common/index.js';
import { END_REASONS } from '../../bench/terms/end-reason.js';
import { LEGAL_PROFILES } from '../../body/legal-profile.js';
import { isWebAddress } from '../../shared/web-address.js';

const text = (max: number) =>
  z.string().min(1).max(max).refine(isStorableText, 'must not hold U+0000 or half a surrogate pair');
const id = text(500);
const day = z.string().refine(isLocalDate, 'must be a whole day of the calendar, like 2015-10-29');
const url = text(2_000).refine(
  isWebAddress,
  'must be an http or https address without a name or password in it',
);

/** Null is nothing said, as Popolo has it. */
const maybe = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);

type MakeObject = typeof z.object;

/**
 * What is read of a Popolo file. With `z.object` unknown fields are passed over, with `z.strictObject` each is a
 * complaint: the first reads, the second finds what is to be told.
 */
export function popoloShape(object: MakeObject) {
  const links = maybe(z.array(object({ url })).max(1, 'has room for one address'));
  const person = object({
    id,
    name: text(200),
    given_name: maybe(text(200)),
    family_name: maybe(text(200)),
    honorific_prefix: maybe(text(50)),
    biography: maybe(text(10_000)),
    links,
    hearth: maybe(
      object({ position: maybe(text(200)), organisation: maybe(text(200)), listed: maybe(z.boolean()) }),
    ),
  });
  const organization = object({
    id,
    name: text(300),
    classification: maybe(text(200)),
    description: maybe(text(20_000)),
    founding_date: maybe(day),
    dissolution_date: maybe(day),
    links,
    hearth: maybe(
      object({
        legal_profile: maybe(z.enum(LEGAL_PROFILES)),
        quorum: maybe(z.int().min(1).max(999)),
        time_zone: maybe(z.string().refine(isTimeZone, 'must be a time zone by its IANA name')),
        language: maybe(z.string().refine(isLanguageTag, 'must be a language tag (BCP 47)')),
        since: maybe(day),
        until: maybe(day),
        listed: maybe(z.boolean()),
      }),
    ),
  });
  const post = object({
    id,
    label: text(200),
    role: maybe(text(200)),
    organization_id: maybe(id),
    start_date: day,
    end_date: maybe(day),
    hearth: maybe(object({ sector_id: maybe(id), fillable_by_id: maybe(id) })),
  });
  const membership = object({
    id,
    person_id: id,
    post_id: id,
    organization_id: maybe(id),
    on_behalf_of_id: maybe(id),
    start_date: day,
    end_date: maybe(day),
    hearth: maybe(
      object({
        acting: maybe(z.boolean()),
        succeeds_id: maybe(id),
        end_reason: maybe(z.enum(END_REASONS)),
      }),
    ),
  });
  const area = object({
    id,
    name: text(200),
    classification: maybe(text(200)),
    identifiers: maybe(z.array(object({ scheme: maybe(text(200)), identifier: text(200) })).max(100)),
    parent_id: maybe(id),
  });
  const sector = object({
    id,
    key: text(60).regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/, 'must be a key, like child-welfare'),
    name: text(200),
    description: maybe(text(5_000)),
    start_date: maybe(day),
    end_date: maybe(day),
  });
  const list = <T extends z.ZodType>(item: T) => z.array(item).max(50_000).default([]);
  return object({
    persons: list(person),
    organizations: list(organization),
    posts: list(post),
    memberships: list(membership),
    areas: list(area),
    hearth: object({ sectors: list(sector) }).default({ sectors: [] }),
  });
}

export type PopoloFile = z.infer<ReturnType<typeof popoloShape>>;

function isTimeZone(name: string): boolean {
  // An offset is a zone for Intl, but says nothing of summer time.
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
