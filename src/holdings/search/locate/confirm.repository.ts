import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { reachOf } from '../match/reach.js';
import { SEARCH_SOURCES, type SearchSource } from '../search-index.js';

export interface RecordKey {
  readonly source: SearchSource;
  readonly id: string;
}

export interface Confirmed {
  /** `source id` of each record that the caller may see. */
  readonly records: ReadonlySet<string>;
  readonly hearingTitles: ReadonlyMap<string, string>;
}

export const keyOf = ({ source, id }: RecordKey): string => `${source} ${id}`;

/** Asks the records themselves, under their own policies: an index is never the last word on who may see. */
@Injectable()
export class ConfirmRepository {
  constructor(private readonly gate: Gate) {}

  async confirm(records: readonly RecordKey[], hearingIds: readonly string[]): Promise<Confirmed> {
    const reach = reachOf(this.gate.actor());
    const idsOf = (source: SearchSource) => [
      ...new Set(records.filter((record) => record.source === source).map((record) => record.id)),
    ];
    // The names are ours, never a caller's.
    const selects = SEARCH_SOURCES.map(
      (source, i) =>
        `select '${source}' as source, x.id, null as title from public.${source} x where x.id = any ($${i + 1}::uuid[])`,
    );
    const titles = `select 'title', e.source_id, e.title from ${reach.entries} e
      where e.source_id = any ($${SEARCH_SOURCES.length + 1}::uuid[]) and e.source = 'hearing'`;
    const rows = await this.gate.rows<RecordKey & { source: string; title: string | null }>({
      name: `search.confirm ${reach.name}`,
      text: [...selects, titles].join(' union all '),
      values: [...SEARCH_SOURCES.map(idsOf), [...new Set(hearingIds)]],
    });
    return {
      records: new Set(rows.filter((row) => row.title === null).map(keyOf)),
      hearingTitles: new Map(
        rows.flatMap((row) => (row.title === null ? [] : [[row.id, row.title] as const])),
      ),
    };
  }
}
