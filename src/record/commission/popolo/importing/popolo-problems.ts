import { DomainError, invalid } from '#src/foundation/common/index.js';

/** One thing to say about one place of the file. `pointer`: an RFC 6901 JSON pointer, empty for the whole. */
export interface PopoloRemark {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** Why nothing of a file was taken: every reason that could be found without trying. */
export class PopoloRefusal extends Error {
  constructor(readonly problems: readonly PopoloRemark[]) {
    super(`${problems.length} problems in a Popolo file`);
    this.name = 'PopoloRefusal';
  }
}

export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What readPopolo complains of: the file is not of the form. */
const OF_FORM: readonly string[] = ['JSON', 'FORM', 'REQUIRED'];

/** For a caller over HTTP: a file that is refused, as the answer that tells every reason. */
export async function answeringProblems<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PopoloRefusal)) throw error;
    const { problems } = error;
    if (problems.every(({ code }) => OF_FORM.includes(code))) throw invalid(problems);
    throw new DomainError('rule', 'POPOLO_REFUSED', 'Nothing of the file was taken.', { errors: problems });
  }
}
