/**
 * What stands elsewhere: a number by which another system knows the hearing, a body that held it, a document, a video,
 * a printed transcript, a bill or other matter that it was about.
 */
export const LINK_RELATIONS = ['identifier', 'body', 'document', 'video', 'transcript', 'related'] as const;

export type LinkRelation = (typeof LINK_RELATIONS)[number];
