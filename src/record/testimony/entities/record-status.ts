/** What the desk has decided about a thing that came in. */
export const RECORD_STATUSES = ['received', 'held', 'posted', 'retracted'] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];
