/** One page of a list. `next` and `prev` are cursors, null where the list ends. */
export interface Page<T> {
  items: T[];
  next: string | null;
  prev: string | null;
  /** Only when it was asked for (`Prefer: return=total-count`). */
  total?: number;
}
