import type { Page } from '../../rendering/page.js';

/** Recovery codes, this once. */
export function codesPage(codes: readonly string[]): Page {
  return {
    view: 'account/factors/codes.njk',
    title: 'factors.codes.title',
    data: { codes },
    personal: true,
    elsewhere: '/account',
  };
}
