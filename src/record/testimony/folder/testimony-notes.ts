import type { FormatCue, FormatSpeaker } from '../formats/index.js';
import type { FolderFile } from './folder-file.js';
import type { PlacedTestimony } from './testimonies.reader.js';

/** What is odd about testimonies beside each other and beside the transcript. All of it is kept. */
export function noteTestimonies(
  placed: readonly PlacedTestimony[],
  { cues, speakers }: { cues: readonly FormatCue[]; speakers: readonly FormatSpeaker[] },
  file: FolderFile,
): void {
  const names = new Set(speakers.flatMap(({ name }) => (name === null ? [] : [folded(name)])));
  const from = cues[0]?.start ?? 0;
  const to = cues.reduce((latest, { end }) => Math.max(latest, end), 0);
  for (const { testimony, at } of placed) {
    if (!names.has(folded(testimony.name))) {
      const detail = `${JSON.stringify(testimony.name)} is the name of no speaker; kept.`;
      file.problems.add('TESTIMONY_UNMATCHED', [...at, 'name'], detail);
    }
    if (cues.length > 0 && (testimony.start < from || testimony.end > to)) {
      const detail = `${testimony.start} s to ${testimony.end} s reaches beyond the transcript (${from} s to ${to} s); kept.`;
      file.problems.add('TESTIMONY_OUTSIDE', [...at, 'start_time_in_seconds'], detail);
    }
  }
  noteOverlaps(placed, file);
}

function noteOverlaps(placed: readonly PlacedTestimony[], file: FolderFile): void {
  let longest: PlacedTestimony | undefined;
  for (const next of placed.toSorted((a, b) => a.testimony.start - b.testimony.start)) {
    if (longest && next.testimony.start < longest.testimony.end) {
      const detail = `It begins before the one of ${JSON.stringify(longest.testimony.name)} ends; both kept.`;
      file.problems.add('TESTIMONY_OVERLAP', [...next.at, 'start_time_in_seconds'], detail);
    }
    if (!longest || next.testimony.end > longest.testimony.end) longest = next;
  }
}

function folded(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
