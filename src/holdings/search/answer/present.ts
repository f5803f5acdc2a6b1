import type { SearchKind } from '../search-index.js';
import { highlight, isMarked } from './highlight.js';
import type { Hit } from './hits.js';
import type { LocatedCue } from '../locate/locator.js';
import type { SearchItemDto, SearchOccurrenceDto } from './search.dto.js';

const API = '/api/v1';

/** A hit as it is answered, field by field. */
export function present({ match, located, span, hearingTitle }: Hit): SearchItemDto {
  const cues = located?.cues ?? [];
  const first = cues[0];
  const last = cues.at(-1);
  const moment = first ?? span;
  return {
    kind: match.kind,
    id: match.source_id,
    title: match.title,
    highlight: highlight(first ? cues.map((cue) => cue.marked).join(' ') : markedText(match)),
    hearing: match.hearing_id && hearingTitle !== null ? { id: match.hearing_id, title: hearingTitle } : null,
    happenedAt: match.happened_at?.toISOString() ?? null,
    start: first?.start ?? span?.start ?? null,
    end: last?.end ?? span?.end ?? null,
    cues: first && last ? [first.number, last.number] : null,
    speaker: first?.speaker ?? null,
    links: {
      self: pathOf(match.kind, match.source_id, match.hearing_id),
      ...(moment && { moment: momentOf(moment) }),
    },
    ...(located && { occurrences: located.places.flatMap(occurrence) }),
  };
}

function occurrence(cues: readonly LocatedCue[]): SearchOccurrenceDto[] {
  const first = cues[0];
  const last = cues.at(-1);
  if (!first || !last) return [];
  return [{ start: first.start, end: last.end, cues: [first.number, last.number], moment: momentOf(first) }];
}

const momentOf = (cue: Pick<LocatedCue, 'recordingId' | 'start'>): string =>
  `${API}/recordings/${cue.recordingId}/moments/${cue.start}`;

function markedText({ excerpt, marked_title: title }: Hit['match']): string {
  if (isMarked(excerpt) || !isMarked(title)) return excerpt ?? '';
  return title;
}

function pathOf(kind: SearchKind, id: string, hearingId: string | null): string {
  switch (kind) {
    case 'hearing':
      return `${API}/hearings/${id}`;
    case 'agenda_item':
      return `${API}/hearings/${hearingId}/agenda-items/${id}`;
    case 'panel':
      return `${API}/hearings/${hearingId}/panels/${id}`;
    case 'witness':
      return `${API}/hearings/${hearingId}/witnesses/${id}`;
    case 'motion':
      return `${API}/hearings/${hearingId}/motions/${id}`;
    case 'minutes':
      return `${API}/hearings/${hearingId}/minutes/${id}`;
    case 'testimony':
      return `${API}/testimonies/${id}`;
    case 'passage':
      return `${API}/transcripts/${id}`;
    case 'person':
      return `${API}/people/${id}`;
    case 'sponsor':
      return `${API}/sponsors/${id}`;
    case 'sector':
      return `${API}/sectors/${id}`;
    case 'matter':
      return `${API}/matters/${id}`;
  }
}
