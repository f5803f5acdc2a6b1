import type { Command } from 'commander';
import type { Role, Scope } from '#src/trust/access/index.js';
import type { AccountHolder } from '#src/trust/accounts/index.js';
import { ownerOf, withDatabase } from '../database.js';
import { Refusal, UsageError } from '../failure.js';
import { printTable } from '../table.js';
import type { Terminal } from '../terminal.js';
import { oneOf, readExpiry, readId } from '../values.js';

interface Wish {
  role: string;
  name: string;
  scope?: string[];
  expires?: Date;
  kind?: string;
  person?: string;
}

/** `key create | list | revoke` */
export function addKey(program: Command, terminal: Terminal): void {
  const key = program.command('key').description('Keys that let people and programs in.');

  key
    .command('create')
    .description('Make a key and print it, alone, on stdout. It is shown this once.')
    .requiredOption(
      '--role <role>',
      'public, clerk, intake, privacy_reviewer, custodian, counsel, commissioner, chair, admin or integrator',
    )
    .requiredOption('--name <name>', 'whose key it is, for lists and the audit log')
    .option('--scope <scope...>', 'limit the key to these; without it, all that the role may')
    .option('--kind <kind>', 'person or machine; without it, machine for integrator and public, else person')
    .option(
      '--person <id>',
      "whose account it is: that person's recusals count for it, as for all their keys",
      readId,
    )
    .option('--expires <when>', 'a moment (2027-01-31T00:00:00Z) or a time from now (90d, 12h)', readExpiry)
    .addHelpText(
      'after',
      `
Examples:
  hearth key create --role clerk --name desk > desk.key
  hearth key create --role integrator --name "city archive" --expires 90d
  hearth key create --role commissioner --name "Ada Lovelace" --person 5b0c1d1e-6a0f-4e0c-9c2b-0f4f3a7f1d11

A second key for the same person is a key of the same account: its role comes beside those the account has.`,
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
  const holder = wish.person === undefined ? undefined : await holderOf(wish.person);
  const key = await withRegister(terminal, (register) =>
    register.create({ name, role, scopes, expiresAt: wish.expires ?? null, ...(kind && { kind }) }, holder),
  );
  terminal.result(key);
}

async function holderOf(person: string): Promise<AccountHolder> {
  const { personAccount } = await import('#src/record/commission/index.js');
  return personAccount(person);
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
