/** The lists that can be read together with the commission. */
export const COMMISSION_PARTS = ['bench', 'sectors', 'sponsors', 'zones', 'vacancies'] as const;

export type CommissionPart = (typeof COMMISSION_PARTS)[number];

/** How many of each list are embedded: as many as the longest page holds. */
export const MOST_EMBEDDED = 250;
