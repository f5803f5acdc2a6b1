import { canonicalJson } from '#src/foundation/common/index.js';
import { leafHash } from './hashing.js';

/** A row of the log as it is sealed. */
export interface SealedEntry {
  readonly id: string;
  /** RFC 3339, UTC, three digits of a second. */
  readonly at: string;
  readonly actor_id: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly request_id: string | null;
  readonly details: unknown;
  readonly protected: boolean;
}

/** The columns of `SealedEntry`, of the entry `e`. */
export const SEALED_COLUMNS = `e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  e.actor_id, e.action, e.subject_kind, e.subject_id, e.request_id, e.details, e.protected`;

/**
 * What is hashed for an entry: RFC 8785 canonical JSON. The place in the log is part of it, so that an entry that
 * was moved is told from one that was changed. Written member by member, in their order, for the sake of a million.
 */
export function leafData(entry: SealedEntry, position: number): string {
  const [head, tail] = around(entry);
  return head + position + tail;
}

export function hashOfEntry(entry: SealedEntry, position: number): Buffer {
  return leafHash(leafData(entry, position));
}

/** The same for one entry at many places. */
export function hashAtPlaces(entry: SealedEntry): (position: number) => Buffer {
  const [head, tail] = around(entry);
  return (position) => leafHash(head + position + tail);
}

/** What stands before and after the place. */
function around(entry: SealedEntry): [head: string, tail: string] {
  const text = (value: string | null): string => JSON.stringify(value);
  return [
    `{"action":${text(entry.action)},"actor":${text(entry.actor_id)},"at":${text(entry.at)}` +
      `,"details":${canonicalJson(entry.details)},"id":${text(entry.id)},"position":`,
    `,"protected":${entry.protected},"request":${text(entry.request_id)}` +
      `,"subject":{"id":${text(entry.subject_id)},"kind":${text(entry.subject_kind)}}}`,
  ];
}
