import { Injectable } from '@nestjs/common';
import type { Match } from '../match/match.repository.js';
import type { SearchRequest } from '../match/search-request.js';
import { type CueFilter, type CueRequest, Guides, type LocatedCue } from './locator.js';
import { occurrencesOf, type Run, shortestRun } from './occurrences.js';

/** Where in a passage it is said. */
export interface Located {
  /** The cues that are shown, in order. */
  readonly cues: readonly LocatedCue[];
  /** Of a search for one word or phrase: each place it is said, in order; else only the one that is shown. */
  readonly places: readonly (readonly LocatedCue[])[];
}

/** Finds, for a whole page of passages at once, the cues in which the words are said. */
@Injectable()
export class LocateMatches {
  constructor(private readonly guides: Guides) {}

  /** A passage that is absent from the answer has no cue that the caller may see and that passes the filters. */
  async locate(matches: readonly Match[], request: SearchRequest): Promise<Map<Match, Located>> {
    const passages = matches.filter((match) => match.kind === 'passage' && match.cues?.length);
    const locator = this.guides.locatorOf('transcript');
    if (passages.length === 0 || !locator) return new Map();
    const filter: CueFilter = {
      ...(request.speaker !== undefined && { speaker: request.speaker }),
      ...(request.position !== undefined && { position: request.position }),
    };
    const terms = new Map(passages.map((match) => [match, runsOf(match, request)]));
    const isFiltered = filter.speaker !== undefined || filter.position !== undefined;
    const requests = passages.map((match): CueRequest => {
      const runs = terms.get(match) ?? [];
      const lines = linesOf(isFiltered ? runs : shownRuns(runs, match, request).map((run) => [run]), match);
      return {
        sourceId: match.source_id,
        cues: lines.map((line) => match.cues![line]!),
        language: match.language,
        marks: request.query?.languages[match.language].wanted ?? null,
      };
    });
    const cues = new Map(
      (await locator.locate(requests, filter)).map((cue) => [`${cue.sourceId} ${cue.number}`, cue]),
    );
    const located = new Map<Match, Located>();
    for (const match of passages) {
      const found = pick(match, terms.get(match) ?? [], cues, request);
      if (found) located.set(match, found);
    }
    return located;
  }
}

/** For each term the runs of lines it is said in. Without a query any one line will do. */
function runsOf(match: Match, { query }: SearchRequest): Run[][] {
  const anywhere = [match.cues!.map((_, line) => ({ first: line, last: line }))];
  const terms = query?.languages[match.language].terms ?? [];
  if (terms.length === 0 || !match.spots) return anywhere;
  const spots = { positions: match.spots, lineEnds: match.line_ends ?? [] };
  return terms.map((steps) => occurrencesOf(steps, spots));
}

/**
 * The run that is shown. What is said in the one cue that a passage shares with the passage before is found there;
 * only an exclusion can have kept that one out.
 */
function chosenRun(terms: readonly (readonly Run[])[], match: Match, { query }: SearchRequest): Run | null {
  const run = shortestRun(terms);
  if (!run || run.last > 0 || match.number === 0 || query?.hasExclusions) return run;
  return shortestRun(terms.map((runs) => runs.filter(({ last }) => last > 0)));
}

/** The chosen run first; then, where one term alone was asked for, wherever else it is said. */
function shownRuns(terms: readonly (readonly Run[])[], match: Match, request: SearchRequest): Run[] {
  const chosen = chosenRun(terms, match, request);
  if (!chosen) return [];
  const [only] = terms;
  if (terms.length > 1 || !only || !request.query?.hasWanted) return [chosen];
  const own = only.filter((run) => run.last > 0 || match.number === 0 || request.query?.hasExclusions);
  return [chosen, ...own.filter(({ first, last }) => first !== chosen.first || last !== chosen.last)];
}

function linesOf(terms: readonly (readonly Run[])[], match: Match): number[] {
  const lines = new Set<number>();
  for (const { first, last } of terms.flat()) {
    for (let line = first; line <= last; line += 1) lines.add(line);
  }
  return [...lines].filter((line) => line < match.cues!.length).toSorted((a, b) => a - b);
}

/** The shortest run all of whose terms are said in cues that passed the filter, and the places besides. */
function pick(
  match: Match,
  terms: readonly (readonly Run[])[],
  cues: ReadonlyMap<string, LocatedCue>,
  request: SearchRequest,
): Located | null {
  const cueAt = (line: number) => cues.get(`${match.source_id} ${match.cues![line]}`);
  const passed = terms.map((runs) =>
    runs.filter((run) => linesOf([[run]], match).every((line) => cueAt(line) !== undefined)),
  );
  const places = shownRuns(passed, match, request).map((run) =>
    linesOf([[run]], match).flatMap((line) => cueAt(line) ?? []),
  );
  const [shown] = places;
  if (!shown || shown.length === 0) return null;
  return { cues: shown, places: places.toSorted((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0)) };
}
