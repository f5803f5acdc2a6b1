import { isPlausible } from '../formats/common/clock.js';
import type { JsonPath } from '../formats/json/json-places.js';
import { JsonRow } from '../formats/json/json-row.js';
import type { FolderFile } from './folder-file.js';
import type { FolderTestimony } from './hearing-folder.types.js';
import { isUnknown, known } from './unknown.js';

export interface PlacedTestimony {
  testimony: FolderTestimony;
  at: JsonPath;
}

const START = 'start_time_in_seconds';
const END = 'end_time_in_seconds';
const FIELDS = [
  'name',
  'citymeetings_url',
  START,
  END,
  'for_or_against',
  'borough',
  'neighborhood',
  'stated_affiliations',
  'key_points',
];

export function readTestimonies({ document, isThere, problems }: FolderFile): PlacedTestimony[] {
  if (!isThere) return [];
  return JsonRow.listOf(document, [], problems).flatMap((row) => {
    const name = row.text('name', 'refuse');
    const span = readSpan(row);
    const rest = {
      url: row.text('citymeetings_url', 'mend'),
      position: readPosition(row),
      place: {
        borough: known(row.text('borough', 'mend')),
        neighborhood: known(row.text('neighborhood', 'mend')),
      },
      affiliations: row.texts('stated_affiliations'),
      keyPoints: row.texts('key_points'),
    };
    row.ignoreAllBut(FIELDS);
    return name === null || span === null ? [] : [{ testimony: { name, ...span, ...rest }, at: row.at() }];
  });
}

function readSpan(row: JsonRow): { start: number; end: number } | null {
  const start = row.seconds(START);
  const end = row.seconds(END);
  if (start === null || end === null) return null;
  if (!isPlausible(start) || !isPlausible(end)) row.tell('TIME_INVALID', START, 'No time of a recording.');
  else if (start < 0 || end < 0) row.tell('TIME_NEGATIVE', START, 'A time before the recording starts.');
  else if (end < start) row.tell('TIME_REVERSED', END, `It ends (${end} s) before it starts (${start} s).`);
  else return { start: start + 0, end: end + 0 };
  return null;
}

function readPosition(row: JsonRow): FolderTestimony['position'] {
  const written = row.text('for_or_against', 'mend');
  if (written === null || isUnknown(written)) return null;
  const position = written.trim().toLowerCase();
  if (position === 'for' || position === 'against' || position === 'neutral') return position;
  const detail = `${JSON.stringify(written)} is neither For, Against nor Neutral; taken as unknown.`;
  row.tell('POSITION_UNKNOWN', 'for_or_against', detail);
  return null;
}
