export type FaultKind =
  /** The entry is not what was sealed. */
  | 'changed'
  /** The entry was sealed at another place. */
  | 'moved'
  /** The entry was never sealed, though later ones were; or it was pushed in between. */
  | 'inserted'
  /** Sealed, and no longer there. */
  | 'removed'
  /** The end is missing. */
  | 'cut_off'
  /** Entries and their seals were made anew, so that they fit each other but not a checkpoint or an anchor. */
  | 'rewritten'
  /** A checkpoint was changed or removed, or does not follow from the one before. */
  | 'checkpoint'
  /** A stored hash of the tree was changed; the entries are as they were. */
  | 'subtree';

/** Where the log is not what was sealed. Ids, places and codes, never a word of a record. */
export interface Fault {
  readonly kind: FaultKind;
  /** The first place it touches, counted from 0. */
  readonly position: number;
  /** The place after the last one in question, where it cannot be told which of several it is. */
  readonly until?: number;
  readonly entryId: string | null;
  /** What gave it away, in a sentence. */
  readonly detail: string;
}

/** The one that comes first in the log; of several at one place, the one found first. */
export function firstOf(faults: readonly (Fault | null)[]): Fault | null {
  return faults.reduce<Fault | null>(
    (first, fault) => (fault && (!first || fault.position < first.position) ? fault : first),
    null,
  );
}
