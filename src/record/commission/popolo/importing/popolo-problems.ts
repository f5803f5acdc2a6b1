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
