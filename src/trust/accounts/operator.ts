import type { Actor } from '#src/trust/access/index.js';

/** The command line and the sample act as this one; the migration that makes the tables makes it too. */
export const OPERATOR: Actor = {
  via: 'program',
  id: '00000000-0000-4000-8000-000000000001',
  name: 'command line',
  roles: ['clerk'],
  scopes: [],
  recusals: [],
};

/** Acts where nobody is signed in yet: it receives whoever knocks. It has no role. */
export const DOORKEEPER: Actor = {
  via: 'program',
  id: '00000000-0000-4000-8000-000000000002',
  name: 'sign-in',
  roles: [],
  scopes: [],
  recusals: [],
};
