import { Injectable } from '@nestjs/common';
import { ConfirmRepository, keyOf } from '../locate/confirm.repository.js';
import { type Located, LocateMatches } from '../locate/locate-matches.js';
import { Guides, type RecordSpan } from '../locate/locator.js';
import { type Match, MatchRepository } from '../match/match.repository.js';
import type { Place, SearchPosition, SearchRequest, SearchSort } from '../match/search-request.js';

/** A match that was read again under the caller's policies. */
export interface Hit {
  readonly match: Match;
  /** Of a passage: the cues that say it; null for a record. */
  readonly located: Located | null;
  /** Of a testimony: the stretch of a recording it is, if it is one. */
  readonly span: RecordSpan | null;
  readonly hearingTitle: string | null;
}

export interface HitPage {
  /** In the order of reading, `size` at most. */
  readonly hits: readonly Hit[];
  readonly hasMore: boolean;
  /** Where to go on when the page was given before it was full; null when it is full, or there is no more. */
  readonly upTo: Place | null;
  readonly isBounded: boolean;
}

/**
 * How often a page is filled up before it is given as it is, with a cursor to go on. Each time asks for four times
 * as many: some 2,000 matches for a page of 25.
 */
const ROUNDS = 4;
/** One passage in about so many repeats what the one before it shows: asked for at once, it costs no second round. */
const SPARE = 8;

/**
 * Reads a page of matches and puts each before the records' own policies; what falls out is replaced by the next,
 * so that a short page does not tell that something was hidden.
 */
@Injectable()
export class Hits {
  constructor(
    private readonly matches: MatchRepository,
    private readonly confirmed: ConfirmRepository,
    private readonly locate: LocateMatches,
    private readonly guides: Guides,
  ) {}

  async page(
    request: SearchRequest,
    sort: SearchSort,
    from: SearchPosition | null,
    size: number,
  ): Promise<HitPage> {
    const hits: Hit[] = [];
    let position = from;
    let isBounded = false;
    for (let round = 0, want = size + 1 + Math.ceil(size / SPARE); round < ROUNDS; round += 1, want *= 4) {
      const found = await this.matches.find(request, sort, position, want);
      isBounded ||= found.some((match) => match.bounded);
      hits.push(...(await this.seen(found, request)));
      if (hits.length > size) return { hits: hits.slice(0, size), hasMore: true, upTo: null, isBounded };
      const last = found.at(-1);
      if (found.length < want || !last) return { hits, hasMore: false, upTo: null, isBounded };
      position = { place: placeOf(last), backward: from?.backward ?? false };
    }
    return { hits, hasMore: true, upTo: position?.place ?? null, isBounded };
  }

  private async seen(found: readonly Match[], request: SearchRequest): Promise<Hit[]> {
    if (found.length === 0) return [];
    const hearings = found.flatMap((match) => match.hearing_id ?? []);
    const testimonies = found.flatMap((match) => (match.source === 'testimony' ? match.source_id : []));
    const [{ records, hearingTitles }, located, spans] = await Promise.all([
      this.confirmed.confirm(
        found.map(({ source, source_id: id }) => ({ source, id })),
        hearings,
      ),
      this.locate.locate(found, request),
      this.guides.spansOf('testimony', testimonies),
    ]);
    const spanOf = new Map(spans.map((span) => [span.id, span]));
    return found.flatMap((match): Hit[] => {
      if (!records.has(keyOf({ source: match.source, id: match.source_id }))) return [];
      const place = located.get(match) ?? null;
      if (match.kind === 'passage' && place === null) return [];
      return [
        {
          match,
          located: place,
          span: spanOf.get(match.source_id) ?? null,
          hearingTitle: hearingTitles.get(match.hearing_id ?? '') ?? null,
        },
      ];
    });
  }
}

export function placeOf(match: Match): Place {
  return {
    rank: match.place_rank,
    happenedAt: match.place_at,
    sourceId: match.source_id,
    number: match.number,
  };
}
