import { DomainError, notFound } from '#src/foundation/common/index.js';
import type { RecordStatus } from './entities/record-status.js';
import type { FormatProblem } from './formats/index.js';

export const recordingNotFound = (): DomainError => notFound('RECORDING_NOT_FOUND', 'recording');
export const transcriptNotFound = (): DomainError => notFound('TRANSCRIPT_NOT_FOUND', 'transcript');
export const cueNotFound = (): DomainError => notFound('CUE_NOT_FOUND', 'cue');
export const speakerNotFound = (): DomainError => notFound('SPEAKER_NOT_FOUND', 'speaker');
export const testimonyNotFound = (): DomainError => notFound('TESTIMONY_NOT_FOUND', 'testimony');

/** The same whether what the body names is hidden or absent. */
export function unknownReference(pointer: string, what: string): DomainError {
  const detail = `names no ${what} that fits here`;
  return new DomainError('rule', 'UNKNOWN_REFERENCE', 'The body names a record that is not there.', {
    errors: [{ pointer, code: 'UNKNOWN_REFERENCE', detail }],
  });
}

export function ruleBroken(code: string, pointer: string, detail: string): DomainError {
  return new DomainError('rule', code, 'The request breaks a rule of the record.', {
    errors: [{ pointer, code, detail }],
  });
}

export const statusRefused = (from: RecordStatus, to: RecordStatus): DomainError =>
  new DomainError('conflict', 'STATUS_CHANGE_REFUSED', `What is ${from} cannot become ${to}.`);

export const transcriptImmutable = (): DomainError =>
  new DomainError(
    'conflict',
    'TRANSCRIPT_IMMUTABLE',
    'This transcript stays as it came in. Derive a corrected one: POST /transcripts/{id}/derivations.',
  );

export const transcriptEmpty = (): DomainError =>
  new DomainError('rule', 'TRANSCRIPT_EMPTY', 'No spoken line was found in it. Nothing was stored.', {
    errors: [{ pointer: '/content', code: 'EMPTY', detail: 'has no cue' }],
  });

/** Names the line of each thing that could not be taken. Nothing was stored. */
export function transcriptRefused(problems: readonly FormatProblem[]): DomainError {
  const errors = problems
    .filter(({ mended }) => !mended)
    .map(({ line, code, detail }) => ({
      pointer: '/content',
      code,
      detail: line > 0 ? `line ${line}: ${detail}` : detail,
    }));
  return new DomainError(
    'rule',
    'TRANSCRIPT_REFUSED',
    'The transcript could not be read. Nothing was stored.',
    {
      errors,
    },
  );
}
