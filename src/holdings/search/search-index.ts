import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';

/** Tables whose records may be found. */
export type SearchSource = 'hearing' | 'agenda_item' | 'witness' | 'testimony' | 'transcript';

export type SearchKind = 'hearing' | 'agenda_item' | 'witness' | 'testimony' | 'passage';

/** One thing to find: a record, or a passage of twenty cues of a transcript. */
export interface SearchEntry {
  /** 0 for a record; the passage's number in its transcript. */
  readonly number: number;
  readonly kind: SearchKind;
  readonly hearingId: string | null;
  /** When it was said or is to happen: what "newest first" sorts by. */
  readonly happenedAt: Date;
  /** BCP 47; `en` and `es` are stemmed, others matched as written. */
  readonly language: string;
  readonly title: string;
  readonly body: string;
  /** Names of who speaks in it. */
  readonly speakers?: readonly string[];
  /** Positions (`for`, `against`, `neutral`) of the testimonies in it. */
  readonly positions?: readonly string[];
  readonly firstCue?: number;
  readonly lastCue?: number;
}

/**
 * The one index that every room writes to, in its own transaction. A room says the words; in which audience's
 * table they stand, the database takes from the record's label, and moves them when that changes.
 */
@Injectable()
export class SearchIndex {
  /** Puts all entries of one record in the place of those before; none removes them. */
  async put(source: SearchSource, id: string, entries: readonly SearchEntry[]): Promise<void> {
    await currentManager().query('select search.put($1, $2, $3)', [
      source,
      id,
      JSON.stringify(entries.map(asJson)),
    ]);
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
    hearing_id: entry.hearingId,
    happened_at: entry.happenedAt,
    language: indexLanguage(entry.language),
    title: entry.title,
    body: entry.body,
    speakers: entry.speakers ?? [],
    positions: entry.positions ?? [],
    first_cue: entry.firstCue ?? null,
    last_cue: entry.lastCue ?? null,
  };
}

/** The languages whose words are stemmed; `es-MX` counts as `es`. */
export function indexLanguage(language: string): 'en' | 'es' | 'other' {
  const [primary] = language.toLowerCase().split('-');
  return primary === 'en' || primary === 'es' ? primary : 'other';
}
