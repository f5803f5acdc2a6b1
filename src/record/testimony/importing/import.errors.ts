import { DomainError } from '#src/foundation/common/index.js';
import type { ImportProblem } from './import.types.js';

/** The same name, other content: which of the two is right is not for an import to say. */
export const importDiffers = (key: string): DomainError =>
  new DomainError(
    'conflict',
    'IMPORT_DIFFERS',
    `A folder named ${JSON.stringify(key)} with other content was imported before. Nothing was changed; give the folder another name to import it as another hearing.`,
  );

export const importKeyTaken = (): DomainError =>
  new DomainError('conflict', 'IMPORT_KEY_TAKEN', 'A folder of this name was imported before.');

export const dateMissing = (): DomainError =>
  new DomainError(
    'rule',
    'DATE_MISSING',
    'Neither the folder nor its name says on which day the hearing was; give its date (YYYY-MM-DD).',
  );

/** `problemsOf` tells why. */
export const importRefused = (problems: readonly ImportProblem[]): DomainError =>
  new DomainError('rule', 'IMPORT_REFUSED', 'The folder cannot be taken; nothing was imported.', {
    meta: { problems },
  });

/** What stood in the way of an import; empty for every other error. */
export function problemsOf(error: unknown): readonly ImportProblem[] {
  if (!(error instanceof DomainError) || error.code !== 'IMPORT_REFUSED') return [];
  return error.meta['problems'] as readonly ImportProblem[];
}

export const hearingNotFound = (): DomainError =>
  new DomainError('not_found', 'HEARING_NOT_FOUND', 'There is no such hearing.');

export const nothingToExport = (): DomainError =>
  new DomainError('rule', 'TRANSCRIPT_MISSING', 'The hearing has no transcript that could be exported.');

export const severalTranscripts = (): DomainError =>
  new DomainError(
    'rule',
    'TRANSCRIPT_AMBIGUOUS',
    'The hearing has several recordings with a transcript; a folder holds one. Name the recording.',
  );

export const changedMeanwhile = (): DomainError =>
  new DomainError(
    'conflict',
    'EXPORT_CHANGED',
    'The hearing was changed while it was read; nothing was written. Export it again.',
  );
