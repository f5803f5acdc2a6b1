import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  type CursorBinding,
  CursorSealer,
  invalid,
  isInstant,
  requestContext,
} from '#src/foundation/common/index.js';
import { type HitPage, Hits, placeOf } from './answer/hits.js';
import { present } from './answer/present.js';
import type { SearchFacetsDto, SearchPageDto, SearchQuery } from './answer/search.dto.js';
import { Guides } from './locate/locator.js';
import { CountRepository } from './match/count.repository.js';
import type { Place, SearchPosition, SearchRequest, SearchSort } from './match/search-request.js';
import { LexerRepository } from './query/lexer.repository.js';
import { MAX_TERMS, parseQuery, type QueryTerm } from './query/parse-query.js';
import { Suggestion } from './suggest/suggestion.js';

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
/** Fewer hits than this ask for another spelling. */
const FEW = 3;

/** The one query over all that the caller may read. */
@Injectable()
export class SearchService {
  constructor(
    private readonly lexer: LexerRepository,
    private readonly hits: Hits,
    private readonly counts: CountRepository,
    private readonly guides: Guides,
    private readonly suggestions: Suggestion,
    private readonly sealer: CursorSealer,
  ) {}

  async search(query: SearchQuery, wantsTotal: boolean): Promise<SearchPageDto> {
    const terms = parseQuery(query.q ?? '');
    assertAsked(query, terms);
    // A text of signs alone asks for nothing that anybody could have said.
    if (terms.length === 0 && query.q !== undefined && !isFiltered(query)) {
      return {
        ...EMPTY,
        ...(query.facets && { facets: { kind: {}, position: {} } }),
        ...(wantsTotal && { total: 0 }),
      };
    }
    const request = await this.requestOf(query, terms);
    const sort = request.query?.hasWanted ? (query.sort ?? 'best') : 'newest';
    const binding = bindingOf(query);
    const position =
      query.cursor === undefined ? null : (this.sealer.open(query.cursor, binding) as SearchPosition);
    const size = Math.min(query.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
    const [page, total, facets] = await Promise.all([
      this.hits.page(request, sort, position, size),
      wantsTotal ? this.counts.total(request) : undefined,
      query.facets === true ? this.facets(request) : undefined,
    ]);
    const shown = position?.backward ? page.hits.toReversed() : page.hits;
    const suggestion =
      position === null && shown.length < FEW ? await this.suggest(query.q ?? '', terms, request) : null;
    return {
      items: shown.map(present),
      ...this.cursorsOf(page, position, binding),
      ...(sort === 'best' && { ranked: page.isBounded ? 'newest1000' : 'all' }),
      ...(suggestion !== null && { suggestion }),
      ...(facets && { facets }),
      ...(total !== undefined && { total }),
    };
  }

  private cursorsOf(
    { hits, hasMore, upTo }: HitPage,
    from: SearchPosition | null,
    binding: CursorBinding,
  ): Pick<SearchPageDto, 'next' | 'prev'> {
    const seal = (place: Place | null, backward: boolean) =>
      place && this.sealer.seal({ place, backward } satisfies SearchPosition, binding);
    const [first, last] = [hits[0], hits.at(-1)];
    const onward = hasMore ? (upTo ?? (last ? placeOf(last.match) : null)) : null;
    const back = from === null ? null : first ? placeOf(first.match) : from.place;
    return from?.backward
      ? { next: seal(back, false), prev: seal(onward, true) }
      : { next: seal(onward, false), prev: seal(back, true) };
  }

  private async requestOf(query: SearchQuery, terms: readonly QueryTerm[]): Promise<SearchRequest> {
    const [compiled, hearings] = await Promise.all([
      terms.length === 0 ? null : this.lexer.compile(terms),
      this.hearingsOf(query),
    ]);
    const { kind, from, to, speaker, position } = query;
    return {
      query: compiled,
      ...(kind && { kinds: kind }),
      ...(hearings && { hearings }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(speaker !== undefined && { speaker }),
      ...(position !== undefined && { position }),
    };
  }

  private async hearingsOf({ hearing, zone }: SearchQuery): Promise<string[] | undefined> {
    if (zone === undefined) return hearing === undefined ? undefined : [hearing];
    const inZone = await this.guides.hearingsInZone(zone);
    return hearing === undefined ? inZone : inZone.filter((id) => id === hearing.toLowerCase());
  }

  private async facets(request: SearchRequest): Promise<SearchFacetsDto> {
    const facets: SearchFacetsDto = { kind: {}, position: {} };
    for (const { facet, value, count } of await this.counts.facets(request)) facets[facet][value] = count;
    return facets;
  }

  /** Only a spelling that finds something for this very caller, with the very same filters. */
  private async suggest(
    text: string,
    terms: readonly QueryTerm[],
    request: SearchRequest,
  ): Promise<string | null> {
    const suggestion = await this.suggestions.of(text, terms);
    if (suggestion === null) return null;
    const sort: SearchSort = 'newest';
    const query = await this.lexer.compile(parseQuery(suggestion));
    const { hits } = await this.hits.page({ ...request, query }, sort, null, 1);
    return hits.length > 0 ? suggestion : null;
  }
}

const EMPTY: SearchPageDto = { items: [], next: null, prev: null };

function assertAsked(query: SearchQuery, terms: readonly QueryTerm[]): void {
  if (terms.length > MAX_TERMS) {
    throw invalid([{ pointer: '/q', code: 'TOO_MANY', detail: `must hold at most ${MAX_TERMS} terms` }]);
  }
  if (query.q === undefined && !isFiltered(query)) {
    throw invalid([{ pointer: '/q', code: 'REQUIRED', detail: 'must be given, or some filter' }]);
  }
  for (const name of ['from', 'to'] as const) {
    const text = query[name];
    if (text !== undefined && !isRealDay(text)) {
      throw invalid([{ pointer: `/${name}`, code: 'FORMAT', detail: 'must be a day of the calendar' }]);
    }
  }
}

function isFiltered({ kind, hearing, zone, from, to, speaker, position }: SearchQuery): boolean {
  return [kind, hearing, zone, from, to, speaker, position].some((filter) => filter !== undefined);
}

function isRealDay(text: string): boolean {
  return isInstant(text.length === 10 ? `${text}T00:00:00Z` : text);
}

function bindingOf({ cursor: _cursor, limit: _limit, ...filters }: SearchQuery): CursorBinding {
  return { caller: requestContext().caller, query: `search?${canonicalJson(filters)}` };
}
