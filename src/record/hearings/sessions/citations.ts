import { Matches } from 'class-validator';

const SECTION = String.raw`[A-Z][A-Za-z. ]{1,40} \d{1,6}(\.\d{1,4})*(\([a-zA-Z0-9]{1,4}\))*`;
const SEVERAL = new RegExp(`^${SECTION}(; ${SECTION}){0,49}$`);

/** The laws that close a session of several items: `Gov. Code 11126(a)(1); Gov. Code 11126(e)(1)`. */
export const Citations = (): PropertyDecorator =>
  Matches(SEVERAL, { message: 'must cite sections of law, like Gov. Code 11126(e)(1), parted by "; "' });
