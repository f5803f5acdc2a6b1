import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';

/** Tables whose records may be found. */
export const SEARCH_SOURCES = [
  'hearing',
  'agenda_item',
  'panel',
  'witness',
  'motion',
  'minutes',
  'testimony',
  'transcript',
  'person',
  'organisation',
  'sector',
  'matter',
] as const;
export type SearchSource = (typeof SEARCH_SOURCES)[number];

export const SEARCH_KINDS = [
  'hearing',
  'agenda_item',
  'panel',
  'witness',
  'motion',
  'minutes',
  'testimony',
  'passage',
  'person',
  'sponsor',
  'sector',
  'matter',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** The languages whose words are stemmed; all others are matched as written. */
export const INDEX_LANGUAGES = ['en', 'es', 'other'] as const;
export type IndexLanguage = (typeof INDEX_LANGUAGES)[number];

/** One thing to find: a record, or a passage of twenty cues of a transcript. */
export interface SearchEntry {
  /** 0 for a record; the passage's number in its transcript. */
  readonly number: number;
  readonly kind: SearchKind;
  /** The hearing it belongs to; of a hearing itself this is set by the index. */
  readonly hearingId: string | null;
  /** When it was said or is to happen: what "newest first" sorts by. null: it has no such moment, and stands last. */
  readonly happenedAt: Date | null;
  /** BCP 47; `en` and `es` are stemmed, others matched as written. */
  readonly language: string;
  readonly title: string;
  /** Of a passage: one line a cue. */
  readonly body: string;
  /** Names of who speaks in it. */
  readonly speakers?: readonly string[];
  /** Positions (`for`, `against`, `neutral`) of the testimonies in it. */
  readonly positions?: readonly string[];
  /** Of a passage: the numbers of its cues, one for each line of `body`. */
  readonly cues?: readonly number[];
}

/**
 * The one index that every room writes to, in its own transaction. A room says the words; in which audience's
 * table they stand, the database takes from the record's label, and moves them when that changes. A record whose
 * label no search table holds (`nobody`, originals of consultations) loses its entries: put them anew when it returns.
 */
@Injectable()
export class SearchIndex {
  /** Puts all entries of one record in the place of those before; none removes them. Unchanged ones cost next to nothing. */
  async put(source: SearchSource, id: string, entries: readonly SearchEntry[]): Promise<void> {
    await currentManager().query('select search.put($1, $2, $3)', [
      source,
      id,
      JSON.stringify(entries.map(asJson)),
    ]);
  }

  /** A hearing was renamed: the passages of what was said at it stand under its new title. */
  async retitle(hearingId: string, title: string): Promise<void> {
    await currentManager().query('select search.retitle($1, $2)', [hearingId, title.normalize('NFC')]);
  }

  /** A hearing was moved: whatever happens at it moves by as many milliseconds. */
  async shift(hearingId: string, milliseconds: number): Promise<void> {
    await currentManager().query(`select search.shift($1, $2 * interval '1 millisecond')`, [
      hearingId,
      milliseconds,
    ]);
  }
}

function asJson(entry: SearchEntry): Record<string, unknown> {
  return {
    number: entry.number,
    kind: entry.kind,
    of_hearing: entry.hearingId,
    happened_at: entry.happenedAt ?? '-infinity',
    language: indexLanguage(entry.language),
    // Composed, or an accent written as a character of its own would part the word in two.
    title: entry.title.normalize('NFC'),
    body: entry.body.normalize('NFC'),
    speakers: entry.speakers?.map((name) => name.normalize('NFC')) ?? [],
    positions: entry.positions ?? [],
    cues: entry.cues ?? null,
  };
}

/** `es-MX` counts as `es`. */
export function indexLanguage(language: string): IndexLanguage {
  const [primary] = language.toLowerCase().split('-');
  return primary === 'en' || primary === 'es' ? primary : 'other';
}
