import { DomainError } from '#src/foundation/common/index.js';

/** Why a form was not taken, for the page that shows it again. */
export interface Refusal {
  readonly status: number;
  readonly complaints: readonly Complaint[];
  /** How long to wait, if that is all it takes. */
  readonly minutes: number;
}

export interface Complaint {
  /** Name of the field; undefined: about the whole. */
  readonly field?: string;
  readonly code: string;
}

/** What the person at the form can mend; everything else is a page of its own. */
const KINDS = new Set<string>(['rule', 'malformed', 'conflict', 'too_many']);
const WRONG_ANSWERS = new Set(['CREDENTIALS_WRONG', 'SECOND_FACTOR_WRONG']);

/** The outcome of `work`, or the form again with what was wrong in it. */
export async function attempt<T>(
  work: () => Promise<T>,
  again: (refusal: Refusal) => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAboutTheForm(error)) throw error;
    return again(refusalOf(error));
  }
}

export function refuse(code: string, field?: string): Refusal {
  return { status: 422, complaints: [{ code, ...(field !== undefined && { field }) }], minutes: 0 };
}

function isAboutTheForm(error: unknown): error is DomainError {
  return error instanceof DomainError && (KINDS.has(error.kind) || WRONG_ANSWERS.has(error.code));
}

function refusalOf({ kind, code, errors, headers }: DomainError): Refusal {
  const complaints = errors.map(({ pointer, code }) => ({ field: pointer.split('/')[1] ?? '', code }));
  return {
    status: kind === 'too_many' ? 429 : 422,
    complaints: complaints.length > 0 ? complaints : [{ code }],
    minutes: Math.max(1, Math.ceil(Number(headers['Retry-After'] ?? 60) / 60)),
  };
}
