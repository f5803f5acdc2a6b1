/** Whose open-meeting law binds the commission: none, the Bagley-Keene Act (state bodies), the Brown Act (local ones). */
export const LEGAL_PROFILES = ['none', 'bagley_keene', 'brown'] as const;

export type LegalProfile = (typeof LEGAL_PROFILES)[number];
