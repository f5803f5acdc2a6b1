import type { CreateHearingDto, UpdateHearingDto } from './hearing-input.dto.js';
import type { Hearing } from './hearing.entity.js';

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** The columns that the input says something about; `ownOpensAt` is the embargo. */
export function columnsOf(input: UpdateHearingDto): Partial<Hearing> {
  return {
    ...(input.kind !== undefined && { kind: input.kind }),
    ...(input.title !== undefined && { title: input.title }),
    ...(input.description !== undefined && { description: input.description }),
    ...(input.startsAt !== undefined && { startsAt: new Date(input.startsAt) }),
    ...(input.endsAt !== undefined && { endsAt: instant(input.endsAt) }),
    ...(input.timeZone !== undefined && { timeZone: input.timeZone }),
    ...(input.language !== undefined && { language: input.language }),
    ...(input.venue !== undefined && {
      venueName: input.venue?.name ?? null,
      venueAddress: input.venue?.address ?? null,
      venueRoom: input.venue?.room ?? null,
      venueAccessibility: input.venue?.accessibility ?? null,
      venueParking: input.venue?.parking ?? null,
    }),
    ...(input.languages !== undefined && { languages: input.languages }),
    ...(input.contentNote !== undefined && { contentNote: input.contentNote }),
    ...(input.embargoUntil !== undefined && { ownOpensAt: instant(input.embargoUntil) }),
  };
}

export type PlannedHearing = Pick<
  Hearing,
  | 'kind'
  | 'title'
  | 'description'
  | 'status'
  | 'noticedAt'
  | 'startsAt'
  | 'endsAt'
  | 'timeZone'
  | 'language'
  | 'venueName'
  | 'venueAddress'
  | 'venueRoom'
  | 'venueAccessibility'
  | 'venueParking'
  | 'languages'
  | 'contentNote'
  | 'ownOpensAt'
>;

export function newHearing(input: CreateHearingDto): PlannedHearing {
  return {
    kind: input.kind,
    title: input.title,
    description: null,
    status: 'draft',
    noticedAt: null,
    startsAt: new Date(input.startsAt),
    endsAt: null,
    timeZone: input.timeZone,
    language: 'en',
    venueName: null,
    venueAddress: null,
    venueRoom: null,
    venueAccessibility: null,
    venueParking: null,
    languages: [],
    contentNote: null,
    ownOpensAt: null,
    ...columnsOf(input),
  };
}
