import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type { IndexLanguage, SearchKind, SearchSource } from '../search-index.js';
import { conditionsOf, inLanguageOf } from './conditions.js';
import { Parameters } from './parameters.js';
import { reachOf } from './reach.js';
import type { SearchPosition, SearchRequest, SearchSort } from './search-request.js';

/** An entry that answers a search. */
export interface Match {
  source: SearchSource;
  source_id: string;
  number: number;
  kind: SearchKind;
  hearing_id: string | null;
  /** null: of what has no moment. */
  happened_at: Date | null;
  language: IndexLanguage;
  title: string;
  cues: number[] | null;
  line_ends: number[] | null;
  /** Of a passage: where in it the words of the query stand. */
  spots: Record<string, number[]> | null;
  /** Of a record: title and the best of its text, marked. */
  marked_title: string | null;
  excerpt: string | null;
  place_rank: string | null;
  place_at: string;
  /** Whether there were more matches than are ranked. */
  bounded: boolean;
}

/** How many of the newest entries are looked at one by one before the word index is asked. */
const NEWEST = 300;
/** If they hold this many matches, the word is common: it costs less to look at more of them than to fetch all matches. */
const COMMON = 3;
const MORE = 3000;
/** How many of the newest matches are ranked. */
export const RANKED = 1000;

const KEY = ['happened_at', 'source_id', 'number'];

@Injectable()
export class MatchRepository {
  constructor(private readonly gate: Gate) {}

  /** At most `want` matches from a position on, in the order of reading. */
  find(
    request: SearchRequest,
    sort: SearchSort,
    position: SearchPosition | null,
    want: number,
  ): Promise<Match[]> {
    const parameters = new Parameters();
    const reach = reachOf(this.gate.actor());
    const where = conditionsOf(request, reach, parameters);
    const parts = { entries: reach.entries, where, position, limit: parameters.add(want, 'integer') };
    const found = sort === 'best' ? best({ ...parts, request }, parameters) : newest(parts, parameters);
    const text = `${found}
      select e.source, e.source_id, e.number, e.kind, e.hearing_id, nullif(e.happened_at, '-infinity') as happened_at, e.language, e.title, e.cues, e.line_ends,
             ${details(request, parameters)},
             f.rank::text as place_rank, f.happened_at::text as place_at, f.bounded
        from found f join ${reach.entries} e
          on e.audience = f.audience and e.source_id = f.source_id and e.number = f.number
       order by ${order('f', sort, position)}`;
    return this.gate.rows<Match>({ name: statementName(request, text), text, values: parameters.values });
  }
}

interface Parts {
  entries: string;
  where: string;
  position: SearchPosition | null;
  limit: string;
}

/**
 * A plain `order by ... limit` either crawls along the recency index (rare words) or sorts every match (common
 * ones). So: the newest few first, more of them if the word is common there, and only if they do not fill the page,
 * all matches through the word index.
 */
function newest({ entries, where, position, limit }: Parts, parameters: Parameters): string {
  const after = position ? beyond('e', KEY, position, parameters) : 'true';
  const by = order('e', 'newest', position);
  const key = 'e.audience, e.happened_at, e.source_id, e.number';
  const looked = (count: number) => `
      select ${key} from (select * from ${entries} e where ${after} order by ${by} limit ${count}) e
       where ${where} order by ${by} limit ${limit}`;
  return `with recent as materialized (${looked(NEWEST)}),
    more as materialized (
      select * from (${looked(MORE)}) e where (select count(*) from recent) between ${COMMON} and ${limit} - 1),
    found as (
      select e.*, null::real as rank, false as bounded from (
        select * from recent
        union
        select * from more
        union
        select ${key} from ${entries} e
         where (select count(*) from recent) < ${limit} and (select count(*) from more) < ${limit}
           and ${after} and ${where}) e
       order by ${by} limit ${limit})`;
}

function best(
  { entries, where, position, limit, request }: Parts & { request: SearchRequest },
  parameters: Parameters,
): string {
  const wanted = request.query
    ? inLanguageOf(request.query, (query) => query.wanted, parameters)
    : 'null::tsquery';
  const after = position ? beyond('e', ['rank', ...KEY], position, parameters) : 'true';
  return `with matched as materialized (
      select e.audience, e.happened_at, e.source_id, e.number, e.language, e.words from ${entries} e where ${where}
       order by ${order('e', 'newest', null)} limit ${RANKED + 1}),
    ranked as materialized (
      select e.audience, e.happened_at, e.source_id, e.number, coalesce(ts_rank_cd(e.words, ${wanted}, 1), 0) as rank
        from (select * from matched e order by ${order('e', 'newest', null)} limit ${RANKED}) e),
    found as (
      select e.*, (select count(*) from matched) > ${RANKED} as bounded from ranked e
       where ${after} order by ${order('e', 'best', position)} limit ${limit})`;
}

function order(alias: string, sort: SearchSort, position: SearchPosition | null): string {
  const direction = position?.backward ? 'asc' : 'desc';
  const terms = sort === 'best' ? ['rank', ...KEY] : KEY;
  return terms.map((term) => `${alias}.${term} ${direction}`).join(', ');
}

function beyond(
  alias: string,
  terms: readonly string[],
  { place, backward }: SearchPosition,
  parameters: Parameters,
): string {
  const values = [
    ...(terms.includes('rank') ? [parameters.add(place.rank, 'real')] : []),
    parameters.add(place.happenedAt, 'timestamptz'),
    parameters.add(place.sourceId, 'uuid'),
    parameters.add(place.number, 'integer'),
  ];
  return `(${terms.map((term) => `${alias}.${term}`).join(', ')}) ${backward ? '>' : '<'} (${values.join(', ')})`;
}

/** Of passages the places of the words, of records the marked text. */
function details({ query }: SearchRequest, parameters: Parameters): string {
  const wanted = query?.hasWanted
    ? inLanguageOf(query, (language) => language.wanted, parameters)
    : 'null::tsquery';
  const marked = `case when e.kind <> 'passage' then search.mark(e.language, e.title, ${wanted}) end as marked_title,
             case when e.kind <> 'passage' then search.excerpt(e.language, e.body, ${wanted}) end as excerpt`;
  if (!query?.hasWanted) return `null::jsonb as spots, ${marked}`;
  const steps = Object.values(query.languages).flatMap((language) => language.terms.flat());
  const whole = parameters.add([...new Set(steps.map((step) => step.lexeme))], 'text[]');
  const begun = parameters.add(
    [...new Set(steps.filter((step) => step.prefix).map((step) => step.lexeme))],
    'text[]',
  );
  return `case when e.kind = 'passage' then
               (select jsonb_object_agg(w.lexeme, w.positions) from unnest(e.words) w
                 where w.lexeme = any (${whole})
                    or exists (select from unnest(${begun}) p where starts_with(w.lexeme, p))) end as spots,
             ${marked}`;
}

/** The usual shapes keep their plan on each connection; the many combinations of filters are planned as they come. */
function statementName(
  { kinds, hearings, from, to, speaker, position }: SearchRequest,
  text: string,
): string {
  const filters = [kinds, hearings, from, to, speaker, position].filter((filter) => filter !== undefined);
  return filters.length > 1 ? '' : `search.find ${createHash('sha1').update(text).digest('base64url')}`;
}
