import type { EndReason } from '../../bench/terms/end-reason.js';
import type { Office, PostKind } from '../../bench/posts/post-kind.js';
import type { LegalProfile } from '../../body/legal-profile.js';
import type { OrganisationKind } from '../../organisations/organisation-kind.js';

/** A record as a file states it, with its place there. What the file leaves open is undefined. */
export interface Placed<T> {
  readonly pointer: string;
  readonly record: T;
}

type Stated<T> = { readonly [K in keyof T]: T[K] };
type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined };

export type PersonRecord = Stated<{ id: string; name: string }> &
  Maybe<{
    givenName: string;
    familyName: string;
    honorific: string;
    position: string;
    organisation: string;
    biography: string;
    url: string;
    listed: boolean;
  }>;

export type OrganisationRecord = Stated<{ id: string; name: string; kind: OrganisationKind }> &
  Maybe<{ description: string; url: string; since: string; until: string; listed: boolean }>;

export type CommissionRecord = Stated<{ name: string }> &
  Maybe<{
    mandate: string;
    foundedOn: string;
    dissolvedOn: string;
    legalProfile: LegalProfile;
    quorum: number;
    timeZone: string;
    language: string;
  }>;

export type SectorRecord = Stated<{ id: string; key: string; name: string }> &
  Maybe<{ description: string; startedOn: string; endedOn: string }>;

export type PostRecord = Stated<{ id: string; kind: PostKind; label: string; startsOn: string }> &
  Maybe<{ office: Office; sectorId: string; fillableById: string; endsOn: string }>;

export type TermRecord = Stated<{
  id: string;
  personId: string;
  postId: string;
  kind: PostKind;
  startsOn: string;
}> &
  Maybe<{ endsOn: string; acting: boolean; appointedById: string; succeedsId: string; endReason: EndReason }>;

export type ZoneRecord = Stated<{ id: string; number: number; name: string }>;

export type CountyRecord = Stated<{ fips: string; zoneId: string }>;

export interface PopoloRecords {
  readonly commission: Placed<CommissionRecord> | undefined;
  readonly persons: readonly Placed<PersonRecord>[];
  readonly organisations: readonly Placed<OrganisationRecord>[];
  readonly sectors: readonly Placed<SectorRecord>[];
  readonly posts: readonly Placed<PostRecord>[];
  readonly terms: readonly Placed<TermRecord>[];
  readonly zones: readonly Placed<ZoneRecord>[];
  readonly counties: readonly Placed<CountyRecord>[];
}
