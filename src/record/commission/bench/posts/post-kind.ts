export const POST_KINDS = ['seat', 'office', 'staff'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** The offices that preside. */
export const OFFICES = ['chair', 'vice_chair'] as const;
export type Office = (typeof OFFICES)[number];
