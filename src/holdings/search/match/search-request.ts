import type { CompiledQuery } from '../query/compile-query.js';
import type { SearchKind } from '../search-index.js';

export type SearchSort = 'newest' | 'best';

/** A search as the repositories take it. What is absent filters nothing. */
export interface SearchRequest {
  readonly query: CompiledQuery | null;
  readonly kinds?: readonly SearchKind[];
  /** The hearings it is confined to, from `hearing` and `zone` together. */
  readonly hearings?: readonly string[];
  /** A day (`2026-03-14`) or a moment; `to` includes its day. */
  readonly from?: string;
  readonly to?: string;
  readonly speaker?: string;
  readonly position?: string;
}

/** The sort values of an entry; `rank` only where the best come first. */
export interface Place {
  readonly rank: string | null;
  readonly happenedAt: string;
  readonly sourceId: string;
  readonly number: number;
}

/** Where a page begins, and which way it reads on. */
export interface SearchPosition {
  readonly place: Place;
  readonly backward: boolean;
}
