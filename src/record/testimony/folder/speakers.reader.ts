import type { FormatSpeaker } from '../formats/index.js';
import { JsonRow } from '../formats/json/json-row.js';
import type { FolderFile } from './folder-file.js';
import { known } from './unknown.js';

/** A speaker for each row, so that places in the list are places in the file. */
export function readSpeakers({ document, isThere, problems }: FolderFile): FormatSpeaker[] {
  if (!isThere) return [];
  const speakers = JsonRow.listOf(document, [], problems).map((row) => {
    const label = row.label('label', 'refuse');
    const name = known(row.text('name', 'mend'));
    const position = known(row.text('role', 'mend'));
    const organisation = known(row.text('organization', 'mend'));
    row.ignoreAllBut(['label', 'name', 'role', 'organization']);
    return { label, name, position, organisation, row };
  });
  const seen = new Set<string>();
  return speakers.flatMap(({ label, row, ...rest }) => {
    if (label === null) return [];
    if (!seen.has(label)) {
      seen.add(label);
      return [{ label, ...rest }];
    }
    problems.add('LABEL_DUPLICATE', row.at('label'), `The label ${JSON.stringify(label)} is given twice.`);
    return [];
  });
}
