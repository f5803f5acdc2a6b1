import type { FormatSpeaker } from '../common/transcript.types.js';
import type { JsonRow } from './json-row.js';

/** Null for a row that cannot be a speaker; why is told already. */
export function readSpeakerRow(row: JsonRow): FormatSpeaker | null {
  const label = row.label('label', 'refuse');
  const name = row.text('name', 'allow');
  const position = row.text('position', 'allow');
  const organisation = row.text('organisation', 'allow');
  row.ignoreAllBut(['label', 'name', 'position', 'organisation']);
  return label === null ? null : { label, name, position, organisation };
}
