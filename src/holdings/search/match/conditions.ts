import { INDEX_LANGUAGES, type IndexLanguage } from '../search-index.js';
import type { CompiledQuery, LanguageQuery } from '../query/compile-query.js';
import type { Parameters } from './parameters.js';
import type { Reach } from './reach.js';
import type { SearchRequest } from './search-request.js';

/**
 * Where a day begins. The people whose record this is live by one clock; a day by UTC would put an evening's
 * hearing on the morrow.
 */
const TIME_ZONE = 'America/Los_Angeles';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an entry `e` must be to answer the request, as one `where`. */
export function conditionsOf(request: SearchRequest, reach: Reach, parameters: Parameters): string {
  const visible = reach.visible('e', parameters.count + 1);
  parameters.take(visible.values);
  const parts = [visible.sql];
  const { query, kinds, hearings, from, to, speaker, position } = request;
  if (query) parts.push(matches(query, parameters));
  if (kinds) parts.push(`e.kind = any (${parameters.add(kinds, 'text[]')})`);
  if (hearings) parts.push(`e.hearing_id = any (${parameters.add(hearings, 'uuid[]')})`);
  if (from !== undefined) parts.push(`e.happened_at >= ${moment(from, 0, parameters)}`);
  if (to !== undefined) {
    // What has no moment did not happen before any.
    parts.push(
      `e.happened_at > '-infinity' and e.happened_at ${DAY.test(to) ? '<' : '<='} ${moment(to, 1, parameters)}`,
    );
  }
  if (speaker !== undefined) parts.push(saidBy(speaker, parameters));
  if (position !== undefined) parts.push(`e.positions @> array[${parameters.add(position, 'text')}]`);
  return parts.join('\n and ');
}

/** The tsquery of the entry's own language, of one aspect of the query. */
export function inLanguageOf(
  query: CompiledQuery,
  aspect: (query: LanguageQuery) => string | null,
  parameters: Parameters,
): string {
  const branch = (language: IndexLanguage) =>
    `when '${language}' then ${parameters.add(aspect(query.languages[language]), 'tsquery')}`;
  return `case e.language ${INDEX_LANGUAGES.map(branch).join(' ')} end`;
}

function matches(query: CompiledQuery, parameters: Parameters): string {
  const branches = INDEX_LANGUAGES.map((language) => {
    const words = parameters.add(query.languages[language].matches, 'tsquery');
    return `(e.language = '${language}' and e.words @@ ${words})`;
  });
  return `(${branches.join(' or ')})`;
}

/** The index finds entries where all the words are among the names; that one name has them all is asked of each. */
function saidBy(speaker: string, parameters: Parameters): string {
  const name = `plainto_tsquery('search.other', ${parameters.add(speaker, 'text')})`;
  const isOneWord = /^[\p{L}\p{M}\p{N}]+$/u.test(speaker.trim());
  if (isOneWord) return `e.said_by @@ ${name}`;
  return `(e.said_by @@ ${name} and exists (
    select from unnest(e.speakers) s where to_tsvector('search.other', s) @@ ${name}))`;
}

function moment(text: string, days: number, parameters: Parameters): string {
  if (!DAY.test(text)) return parameters.add(text, 'timestamptz');
  return `((${parameters.add(text, 'date')} + ${days})::timestamp at time zone '${TIME_ZONE}')`;
}
