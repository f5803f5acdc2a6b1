import type { Actor } from '#src/trust/access/index.js';

/** The command line and the sample act as this one; the migration that makes the tables makes it too. */
export const OPERATOR: Actor = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'command line',
  roles: ['clerk'],
  scopes: [],
  recusals: [],
};
