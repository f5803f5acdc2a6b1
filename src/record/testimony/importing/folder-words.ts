import { HEARING_KINDS, HEARING_STATUSES } from '#src/record/hearings/index.js';
import { FILES, type FolderHearing } from '../folder/hearing-folder.types.js';
import type { ImportProblem } from './import.types.js';

/** The words of `hearing.json` that mean something here only. */
export function judgeWords({ kind, status }: FolderHearing): ImportProblem[] {
  return [...unknown('kind', kind, HEARING_KINDS), ...unknown('status', status, HEARING_STATUSES)];
}

function unknown(field: string, word: string | null, words: readonly string[]): ImportProblem[] {
  if (word === null || words.includes(word)) return [];
  const detail = `${JSON.stringify(word)} is no ${field} of a hearing; one of ${words.join(', ')} must stand there.`;
  return [inHearingFile('VALUE_INVALID', detail)];
}

/** The reader keeps no lines of `hearing.json`: it is short. */
export function inHearingFile(code: string, detail: string): ImportProblem {
  return { file: FILES.hearing, line: 0, code, detail, mended: false, outcome: 'refused' };
}
