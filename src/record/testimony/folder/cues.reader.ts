import type { FormatCue, FormatSpeaker } from '../formats/index.js';
import { SERVICE_FIELDS, readCueRow } from '../formats/json/cue-rows.js';
import { JsonRow } from '../formats/json/json-row.js';
import { transcriptOfRows } from '../formats/json/json.reader.js';
import type { FolderFile } from './folder-file.js';

/** A recording that has been running this long before the first word was switched on for something else. */
const LATE_START = 60;

export function readCues(
  { document, isThere, problems }: FolderFile,
  speakers: FormatSpeaker[],
): { cues: FormatCue[]; speakers: FormatSpeaker[] } {
  if (!isThere) return { cues: [], speakers };
  const rows = JsonRow.listOf(document, [], problems);
  const placed = rows.flatMap((row, i) => {
    const cue = readCueRow(row, SERVICE_FIELDS);
    const marker = row.value(SERVICE_FIELDS.number);
    if (marker !== undefined && marker !== i) {
      const detail = `Cues are numbered by their place from 0; this one says ${JSON.stringify(marker)}.`;
      problems.once('renumbered', 'CUE_RENUMBERED', row.at(SERVICE_FIELDS.number), detail);
    }
    return cue ?? [];
  });
  const transcript = transcriptOfRows(speakers, [], placed, true, problems);
  const first = transcript.cues[0];
  if (!first) {
    problems.add('CUES_NONE', [], 'Nothing is said in it.');
  } else if (first.start > LATE_START) {
    const at = placed.find(({ start }) => start === first.start)?.at ?? [0];
    const detail = `The first words come ${first.start} s after the recording's start; times are kept as they are.`;
    problems.add('START_OFFSET', [...at, SERVICE_FIELDS.start], detail);
  }
  return transcript;
}
