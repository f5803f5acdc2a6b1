import { ordinary, type OwnLabel } from '#src/trust/access/index.js';

/** What the commission deals with behind closed doors is its own; else anybody may know of it. */
export const labelOfMatter = (matter: { closed: boolean }): OwnLabel =>
  ordinary(matter.closed ? 'chamber' : 'public');

/** Seen as far as its person is; the matter narrows it further. */
export const labelOfRecusal = (person: { listed: boolean }): OwnLabel =>
  ordinary(person.listed ? 'public' : 'desk');
