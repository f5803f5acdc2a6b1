/** What somebody who signs in says of what is heard; null says nothing. */
export const SIGN_IN_POSITIONS = ['for', 'against', 'other'] as const;
export type SignInPosition = (typeof SIGN_IN_POSITIONS)[number];
