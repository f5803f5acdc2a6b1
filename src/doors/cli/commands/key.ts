import type { Command } from 'commander';
import type { Role, Scope } from '#src/trust/access/index.js';
import { ownerOf, withDatabase } from '../database.js';
import { Refusal, UsageError } from '../failure.js';
import { printTable } from '../table.js';
import type { Terminal } from '../terminal.js';
import { readExpiry } from '../values.js';

interface Wish {
  role: string;
  name: string;
  scope?: string[];
  expires?: Date;
  kind?: string;
}

/** `key create | list | revoke` */
export function addKey(program: Command, terminal: Terminal): void {
  const key = program.command('key').description('Keys that let people and programs in.');

  key
    .command('create')
    .description('Make a key and print it, alone, on stdout. It is shown this once.')
    .requiredOption('--role <role>', 'public, clerk, commissioner, chair or integrator')
    .requiredOption('--name <name>', 'whose key it is, for lists and the audit log')
    .option('--scope <scope...>', 'limit the key to these; without it, all that the role may')
    .option('--kind <kind>', 'person or machine; without it, machine for integrator and public, else person')
    .option('--expires <when>', 'a moment (2027-01-31T00:00:00Z) or a time from now (90d, 12h)', readExpiry)
    .addHelpText(
      'after',
      `
Examples:
  hearth key create --role clerk --name desk > desk.key
  hearth key create --role integrator --name "city archive" --expires 90d`,
    )
    .action((wish: Wish) => create(terminal, wish));

  key
    .command('list')
    .description('List all keys: prefixes, never the keys themselves.')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  hearth key list --json | jq -r ".[] | select(.revokedAt == null) | .prefix"',
    )
    .action((options: { json?: boolean }) => list(terminal, options.json ?? false));

  key
    .command('revoke')
    .description('End a key at once.')
    .argument('<prefix>', 'as "key list" shows it')
    .addHelpText('after', '\nExample:\n  hearth key revoke 4f1c09ab2e')
    .action((prefix: string) => revoke(terminal, prefix));
}

async function create(terminal: Terminal, wish: Wish): Promise<void> {
  const { ROLES, SCOPES } = await import('#src/trust/access/index.js');
  const role = oneOf<Role>('--role', wish.role, ROLES);
  const scopes = (wish.scope ?? []).map((scope) => oneOf<Scope>('--scope', scope, SCOPES));
  const kind =
    wish.kind === undefined ? undefined : oneOf('--kind', wish.kind, ['person', 'machine'] as const);
  const name = wish.name.trim();
  if (name === '') throw new UsageError('--name must not be empty.');
  const key = await withRegister(terminal, (register) =>
    register.create({ name, role, scopes, expiresAt: wish.expires ?? null, ...(kind && { kind }) }),
  );
  terminal.result(key);
}

async function list(terminal: Terminal, asJson: boolean): Promise<void> {
  const keys = await withRegister(terminal, (register) => register.list());
  if (asJson) {
    terminal.json(keys);
    return;
  }
  printTable(
    terminal,
    ['prefix', 'name', 'roles', 'scopes', 'state', 'created', 'expires', 'last used'],
    keys.map((key) => [
      key.prefix,
      key.name,
      key.roles.join(' '),
      key.scopes.join(' ') || 'all',
      stateOf(key),
      key.createdAt.toISOString(),
      key.expiresAt?.toISOString() ?? 'never',
      key.lastUsedOn ?? 'never',
    ]),
  );
}

function stateOf({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null }): string {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= new Date() ? 'expired' : 'valid';
}

async function revoke(terminal: Terminal, prefix: string): Promise<void> {
  const isThere = await withRegister(terminal, (register) => register.revoke(prefix));
  if (!isThere) throw new Refusal(`There is no key with the prefix ${JSON.stringify(prefix)}.`);
  terminal.say(`The key ${prefix} is revoked.`);
}

async function withRegister<T>(
  terminal: Terminal,
  work: (register: import('#src/trust/accounts/index.js').KeyRegister) => Promise<T>,
): Promise<T> {
  const { KeyRegister } = await import('#src/trust/accounts/index.js');
  return withDatabase(terminal, (database) => work(new KeyRegister(ownerOf(database))));
}

function oneOf<T extends string>(option: string, word: string, words: readonly T[]): T {
  const found = words.find((one) => one === word);
  if (found !== undefined) return found;
  throw new UsageError(`${option} must be one of ${words.join(', ')}.`);
}
