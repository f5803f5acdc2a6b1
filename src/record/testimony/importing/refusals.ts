import type { HearingFolder } from '../folder/index.js';
import { outcomeOf } from '../formats/index.js';
import type { ImportProblem } from './import.types.js';

/** A file that cannot be read at all: what else it would have said nobody knows. */
const STOPS = new Set([
  'FILE_MISSING',
  'FILE_TOO_LARGE',
  'FILE_UNREADABLE',
  'FOLDER_MISSING',
  'JSON_INVALID',
  'NOT_UTF8',
]);

export function problemsIn(folder: HearingFolder): ImportProblem[] {
  return folder.problems.map((problem) => ({ ...problem, outcome: outcomeOf(problem) }));
}

/**
 * What keeps a folder from being imported. A refused row is left out and told; a file of which nothing is left stops
 * the import, and so does everything wrong in `hearing.json`: it decides who may read the rest.
 */
export function whatStops(
  folder: HearingFolder,
  problems: readonly ImportProblem[],
  isStrict: boolean,
): ImportProblem[] {
  const emptied = new Set<string>(['hearing.json']);
  if (folder.cues.length === 0) emptied.add('transcript.json');
  if (folder.testimonies.length === 0) emptied.add('testimonies.json');
  return problems.filter(
    ({ outcome, code, file }) =>
      outcome === 'refused' && (isStrict || STOPS.has(code) || emptied.has(file ?? '')),
  );
}
