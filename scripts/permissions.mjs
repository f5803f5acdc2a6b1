// node scripts/permissions.mjs [--check]
// Writes docs/permissions.md from the tables that the guard, the gate and the policies read, or says whether the
// committed one still tells of them.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { format } from 'prettier';
import { GRANTED, Permission, REACH_OF, ROLES, RULES } from '../dist/src/trust/access/index.js';
import { FORBIDDEN_PAIRS, SENSITIVE_ROLES } from '../dist/src/trust/accounts/index.js';

const path = new URL('../docs/permissions.md', import.meta.url);
const { paths } = parse(readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8'));

const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const roles = ROLES.filter((role) => role !== 'public');

const REACHES = {
  session: 'no key: a person who signed in',
  any: 'any key',
};

const operations = Object.entries(paths).flatMap(([address, item]) =>
  Object.entries(item)
    .filter(([, operation]) => operation?.operationId)
    .map(([method, operation]) => ({ address, method: method.toUpperCase(), ...operation })),
);
const whoMay = (operation) => {
  if (operation['x-permission']) return `\`${operation['x-permission']}\``;
  const isSigningIn = (operation.security ?? []).every((way) => 'session' in way);
  return isSigningIn && operation.security?.length
    ? 'whoever has given a password'
    : 'everybody; the gate decides record by record';
};

const text = await format(
  [
    '# Who may',
    'Written by `npm run permissions` from the tables in `src/trust/access` and from `openapi.yaml`; CI fails where it differs. Which field of which answer reaches whom stands in `test/e2e/gate/matrix/declared.yaml`.',
    '## What roles let do',
    'Roles add up. Everybody is also the public. What is protected is not reached by a role at all: it asks for an assignment.',
    table(
      ['permission', ...roles, 'by key'],
      Object.values(Permission).map((permission) => [
        `\`${permission}\``,
        ...roles.map((role) => (GRANTED[role].includes(permission) ? 'yes' : '')),
        REACHES[REACH_OF[permission]] ?? `scope \`${REACH_OF[permission]}\``,
      ]),
    ),
    '## What one person holds',
    `Never both: ${FORBIDDEN_PAIRS.map((pair) => pair.join(' and ')).join('; ')}.`,
    `Asked for by one person and confirmed by another, neither of whom it is for: ${SENSITIVE_ROLES.join(', ')}.`,
    '## What labels let read, edit and place',
    'A record wears one word: who may read it (docs/labels.md). `decide`, the predicate of queries and the policies of the database are made from this table.',
    table(
      ['role', 'reads', 'edits', 'places'],
      ROLES.map((role) => [
        role,
        ...['read', 'edit', 'place'].map((verb) => (RULES[role][verb] ?? []).join(', ')),
      ]),
    ),
    '## What each operation asks for',
    table(
      ['operation', 'address', 'who may'],
      operations.map((operation) => [
        `\`${operation.operationId}\``,
        `${operation.method} \`${operation.address.replace('/api/v1', '')}\``,
        whoMay(operation),
      ]),
    ),
  ].join('\n\n'),
  {
    parser: 'markdown',
    ...JSON.parse(readFileSync(new URL('../.prettierrc.json', import.meta.url), 'utf8')),
  },
);

if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (readFileSync(path, 'utf8') !== text) {
  process.stderr.write(
    'docs/permissions.md does not tell what the program does. Renew it: npm run build && npm run permissions\n',
  );
  process.exitCode = 1;
}
