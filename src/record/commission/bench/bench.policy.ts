import { ordinary, type OwnLabel } from '#src/trust/access/index.js';

/** What the law or a resolution provides for: anybody's, filled or not. */
export const labelOfPost = (): OwnLabel => ordinary('public');

/** Of itself anybody's; what counts is narrowed to its person's label, and follows that. */
export const labelOfTerm = (): OwnLabel => ordinary('public');
