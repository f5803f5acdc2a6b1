import type { FormatCue } from '../common/transcript.types.js';
import type { JsonPath } from './json-places.js';
import type { JsonRow } from './json-row.js';

/** The names a form of JSON gives to what a cue holds. */
export interface CueFields {
  number: string;
  start: string;
  end: string;
}

export const OWN_FIELDS: CueFields = { number: 'number', start: 'start', end: 'end' };
export const SERVICE_FIELDS: CueFields = { number: 'time_marker', start: 'start_time', end: 'end_time' };

export interface PlacedCue extends FormatCue {
  at: JsonPath;
}

/** Null for a row that cannot be a cue; why is told already. */
export function readCueRow(row: JsonRow, names: CueFields): PlacedCue | null {
  const start = row.seconds(names.start);
  const end = row.seconds(names.end);
  const text = row.text('text', 'refuse');
  const speaker = row.label('speaker', 'allow');
  row.ignoreAllBut(['speaker', 'text', names.number, names.start, names.end]);
  return start === null || end === null || text === null ? null : { start, end, speaker, text, at: row.at() };
}
