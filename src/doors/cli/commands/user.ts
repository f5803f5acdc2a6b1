import type { Type } from '@nestjs/common';
import type { Command } from 'commander';
import type { Page } from '#src/foundation/common/index.js';
import type { IssuedLink, UserDto, UsersService } from '#src/trust/accounts/index.js';
import { readInput } from '../input.js';
import { printTable } from '../table.js';
import type { Terminal } from '../terminal.js';
import { oneOf, readText } from '../values.js';

interface Wish {
  name: string;
  email: string;
  role?: string[];
  language?: string;
}

interface Decision {
  email: string;
  role: string;
  outcome: 'confirmed' | 'refused';
}

const DECISIONS = [
  ['confirm-role', 'confirmed', 'Be the second person of a sensitive role that an administrator asked for.'],
  ['refuse-role', 'refused', 'Refuse a sensitive role that somebody asked for.'],
] as const;

/** `user create | list | link | disable | confirm-role | refuse-role` */
export function addUser(program: Command, terminal: Terminal): void {
  const user = program.command('user').description('People who sign in.');

  user
    .command('create')
    .description('Make an account and print a link, good once, with which its person chooses a password.')
    .requiredOption('--email <address>', 'where mail reaches them; they sign in with it')
    .requiredOption('--name <name>', 'who they are', readText)
    .option(
      '--role <role...>',
      'clerk, intake, privacy_reviewer, custodian, counsel, commissioner, chair, admin or integrator',
    )
    .option('--language <tag>', 'en or es: of pages and mails')
    .addHelpText(
      'after',
      `
Examples:
  hearth user create --role admin --email ada@example.org --name "Ada Lovelace"
  hearth user create --role clerk --role chair --email grace@example.org --name "Grace Hopper"

Administrators are made at once: nobody could confirm the first. Every other sensitive role (intake, privacy_reviewer,
custodian, counsel) waits until an administrator or a custodian confirms it. PUBLIC_URL, as for the server, begins the
link; without it, the address of the running server does.`,
    )
    .action((wish: Wish) => create(terminal, wish));

  user
    .command('list')
    .description('List all who have an account.')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  hearth user list --json | jq -r ".[] | select(.status == \\"active\\") | .email"',
    )
    .action((options: { json?: boolean }) => list(terminal, options.json ?? false));

  user
    .command('link')
    .description('Print a new link for somebody: to come in for the first time, or to choose a new password.')
    .argument('<email>', 'their address')
    .addHelpText(
      'after',
      '\nThe links before it stop working.\n\nExample:\n  hearth user link ada@example.org',
    )
    .action((email: string) => link(terminal, email));

  user
    .command('disable')
    .description('Shut an account: its sessions, links and keys end at once.')
    .argument('<email>', 'their address')
    .addHelpText('after', '\nExample:\n  hearth user disable ada@example.org')
    .action((email: string) => disable(terminal, email));

  for (const [name, outcome, description] of DECISIONS) {
    user
      .command(name)
      .description(description)
      .argument('<email>', 'whose the role would be')
      .argument('<role>', 'which role')
      .addHelpText('after', `\nExample:\n  hearth user ${name} ada@example.org custodian`)
      .action((email: string, role: string) => decide(terminal, { email, role, outcome }));
  }
}

async function create(terminal: Terminal, wish: Wish): Promise<void> {
  const { InvitationService, InviteUserDto } = await import('#src/trust/accounts/index.js');
  const { role: roles, ...rest } = wish;
  const input = await readInput(InviteUserDto, { ...rest, ...(roles && { roles }) });
  const { link, user } = await withPeople(terminal, async ({ get, users, linkOf }) => {
    const made = await get(InvitationService).create(input);
    const user = await users.get(made.accountId);
    return { link: linkOf(made, user), user };
  });
  terminal.result(link);
  if (user.requestedRoles.length > 0)
    terminal.say(`To be confirmed by an administrator or a custodian: ${user.requestedRoles.join(', ')}.`);
}

async function link(terminal: Terminal, email: string): Promise<void> {
  const { InvitationService } = await import('#src/trust/accounts/index.js');
  terminal.result(
    await withPeople(terminal, async ({ get, users, linkOf }) =>
      linkOf(await get(InvitationService).link(email), await users.getByEmail(email)),
    ),
  );
}

async function disable(terminal: Terminal, email: string): Promise<void> {
  await withPeople(terminal, async ({ users }) => {
    const { id } = await users.getByEmail(email);
    await users.update(id, '*', { status: 'disabled' });
  });
  terminal.say('The account is disabled: its sessions, links and keys have ended.');
}

async function decide(terminal: Terminal, decision: Decision): Promise<void> {
  const { SENSITIVE_ROLES, RoleRequestService } = await import('#src/trust/accounts/index.js');
  const role = oneOf('<role>', decision.role, SENSITIVE_ROLES);
  await withPeople(terminal, async ({ get, users }) => {
    const { id } = await users.getByEmail(decision.email);
    await get(RoleRequestService).decideOpen(id, role, decision.outcome);
  });
  terminal.say(`The role ${role} is ${decision.outcome}.`);
}

async function list(terminal: Terminal, asJson: boolean): Promise<void> {
  const found = await withPeople(terminal, ({ users }) => everybody(users));
  if (asJson) {
    terminal.json(found);
    return;
  }
  printTable(
    terminal,
    ['email', 'name', 'roles', 'asked for', 'status', 'second factor', 'last signed in'],
    found.map((user) => [
      user.email,
      user.name,
      user.roles.join(' '),
      user.requestedRoles.join(' '),
      user.status,
      user.hasSecondFactor ? 'yes' : 'no',
      user.lastSignInOn ?? 'never',
    ]),
  );
}

async function everybody(users: UsersService): Promise<UserDto[]> {
  const found: UserDto[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<UserDto> = await users.list({ limit: 250, ...(cursor !== null && { cursor }) }, false);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

interface People {
  readonly get: <S>(service: Type<S>) => S;
  readonly users: UsersService;
  readonly linkOf: (issued: IssuedLink, user: UserDto) => string;
}

/** Accounts are made by whoever holds the database, as keys are. */
async function withPeople<T>(terminal: Terminal, work: (people: People) => Promise<T>): Promise<T> {
  const [{ withServices }, { AccountLinks, UsersService: Users }] = await Promise.all([
    import('../application.js'),
    import('#src/trust/accounts/index.js'),
  ]);
  return withServices(
    terminal,
    (get) => {
      const linkOf = ({ purpose, secret }: IssuedLink, { language }: UserDto) =>
        get(AccountLinks).to(purpose, secret, language) ?? secret;
      return work({ get, users: get(Users), linkOf });
    },
    { asOwner: true, withLinks: true },
  );
}
