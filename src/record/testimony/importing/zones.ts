import { inHearingFile } from './folder-words.js';
import type { ImportProblem } from './import.types.js';

export interface KnownZone {
  readonly id: string;
  readonly number: number;
  readonly name: string;
}

/** Zones by their name or number. One that the commission has not, or has twice, is refused; the hearing comes without it. */
export function resolveZones(
  words: readonly string[],
  known: readonly KnownZone[],
): { zones: KnownZone[]; problems: ImportProblem[] } {
  const zones = new Set<KnownZone>();
  const problems: ImportProblem[] = [];
  for (const word of words) {
    const found = known.filter(
      ({ name, number }) => folded(name) === folded(word) || String(number) === word.trim(),
    );
    const [zone] = found;
    if (zone && found.length === 1) zones.add(zone);
    else
      problems.push(
        inHearingFile('ZONE_UNKNOWN', `The commission has no zone ${JSON.stringify(word)}; left out.`),
      );
  }
  return { zones: [...zones], problems };
}

function folded(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
