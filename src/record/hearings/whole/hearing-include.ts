/** What can come along with a hearing, under these names. */
export const HEARING_INCLUDES = ['agenda', 'panels', 'witnesses', 'sessions', 'places', 'roster'] as const;
export type HearingInclude = (typeof HEARING_INCLUDES)[number];

/** The most of each kind: as many as the longest page of its list. */
export const MOST_INCLUDED = 250;
