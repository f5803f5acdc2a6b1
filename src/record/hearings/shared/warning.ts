/** Something that a clerk should look at; nothing is refused for it. */
export interface Warning {
  readonly code: string;
  /** Into the record as it is answered. */
  readonly pointer: string;
  readonly detail: string;
}
