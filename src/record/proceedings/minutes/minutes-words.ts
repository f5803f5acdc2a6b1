export const MINUTES_BOOKS = ['open', 'closed'] as const;
export type MinutesBook = (typeof MINUTES_BOOKS)[number];

export const MINUTES_STATUSES = ['draft', 'approved', 'superseded'] as const;
export type MinutesStatus = (typeof MINUTES_STATUSES)[number];

/** For reading; without one of these it is JSON. */
export const MINUTES_FORMATS = ['markdown', 'html', 'text'] as const;
export type MinutesFormat = (typeof MINUTES_FORMATS)[number];

/** In characters of a text. */
export const MAX_MINUTES = 500_000;
