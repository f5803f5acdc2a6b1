/** Co-sponsors appoint a member each, endorsers lend their name, others appoint or stand beside in another way. */
export const ORGANISATION_KINDS = ['co_sponsor', 'endorser', 'other'] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
