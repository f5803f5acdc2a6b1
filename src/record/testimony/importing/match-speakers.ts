import { type FolderTestimony, isUnknown } from '../folder/index.js';
import type { FormatCue, FormatSpeaker } from '../formats/index.js';
import { SpokenTime } from './spoken-time.js';

export interface SpeakerMatches {
  /** Label of a speaker -> place of the testimony whose witness it is. */
  readonly testimonyOf: ReadonlyMap<string, number>;
  readonly byName: number;
  readonly bySpeech: number;
}

/**
 * Which speaker is which witness.
 *
 * 1. By name: a speaker with the name of a testimony (case, spaces and composition of letters aside) is its witness;
 *    where several bear the name, the one in whose span the speaker speaks longest.
 * 2. By speech, for testimonies that no speaker bears the name of: a speaker not matched by name who fills more than
 *    half of what is spoken in the span, and speaks more than half of all they say there. The second half of the rule
 *    keeps out the chair and the members, who speak through the whole day.
 *
 * Whoever fits neither stays unmatched: a wrong name on the record is worse than none.
 */
export function matchSpeakers(
  speakers: readonly FormatSpeaker[],
  testimonies: readonly FolderTestimony[],
  cues: readonly FormatCue[],
): SpeakerMatches {
  const spoken = new SpokenTime(cues, testimonies);
  const testimonyOf = new Map<string, number>();
  const namesakes = placesByName(testimonies);
  for (const { label, name } of speakers) {
    const places = (name === null ? undefined : namesakes.get(folded(name))) ?? [];
    const place = longest(places, (at) => spoken.of(label, at));
    if (place !== undefined) testimonyOf.set(label, place);
  }
  const byName = testimonyOf.size;

  const named = new Set(testimonyOf.values());
  for (const place of testimonies.keys()) {
    if (named.has(place)) continue;
    const label = spoken.mainSpeaker(place);
    if (label !== null && !testimonyOf.has(label)) testimonyOf.set(label, place);
  }
  return { testimonyOf, byName, bySpeech: testimonyOf.size - byName };
}

function placesByName(testimonies: readonly FolderTestimony[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { name }] of testimonies.entries()) {
    if (!isUnknown(name)) places.set(folded(name), [...(places.get(folded(name)) ?? []), place]);
  }
  return places;
}

function longest(places: readonly number[], spoken: (place: number) => number): number | undefined {
  let best = places[0];
  for (const place of places) {
    if (best === undefined || spoken(place) > spoken(best)) best = place;
  }
  return best;
}

function folded(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
