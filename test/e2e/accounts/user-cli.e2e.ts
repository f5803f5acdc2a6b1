import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { runCommand } from '#src/doors/cli/program.js';
import { Terminal } from '#src/doors/cli/terminal.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const OPERATOR = '00000000-0000-4000-8000-000000000001';

let database: TestDatabase;
let dataDir: string;
let admin: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'hearth-user-cli-'));
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  await admin?.end();
  await database?.drop();
});

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

const SETTINGS = ['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_PUBLIC_URL', 'PUBLIC_URL'];

/** In this process: a dozen programs would each take seconds to start. */
async function run(env: Record<string, string>, ...args: string[]): Promise<Ended> {
  for (const name of SETTINGS) delete process.env[name];
  Object.assign(process.env, { HEARTH_DATA_DIR: dataDir, ...env });
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await runCommand(new Terminal(out, err), ['user', ...args]);
  return { code, stdout: textOf(out), stderr: textOf(err) };
}

const textOf = (stream: PassThrough): string => String((stream.read() as Buffer | null) ?? '');

const hearth = (...args: string[]) =>
  run({ DATABASE_URL: database.ownerUrl, PUBLIC_URL: 'https://hearings.example.org' }, ...args);

const listed = async () => JSON.parse((await hearth('list', '--json')).stdout) as Record<string, unknown>[];
const logOf = async (id: unknown): Promise<unknown[]> =>
  (
    await admin.query<{ actor_id: string; action: string }>(
      'select actor_id, action from audit.entry where subject_id = $1 order by at, xid',
      [id],
    )
  ).rows.map(({ actor_id: by, action }) => (by === OPERATOR ? action : by));

describe('people by the command line', () => {
  it('begin with an administrator and a link that opens the account once', async () => {
    const made = await hearth('create', '--role', 'admin', '--email', 'Ada@Example.org', '--name', 'Ada\tL.');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const [, secret = ''] =
      /^https:\/\/hearings\.example\.org\/invitation#token=([\w-]{43})\n$/.exec(made.stdout) ?? [];
    expect(secret).not.toBe('');
    const [ada] = await listed();
    expect(ada).toMatchObject({ email: 'Ada@Example.org', roles: ['admin'], status: 'invited' });
    expect(await logOf(ada?.['id'])).toEqual(['user.invited']);
    const dump = await admin.query<{ row: string }>('select t::text as row from account_token t');
    expect(dump.rows).toHaveLength(1);
    expect(dump.rows[0]?.row).not.toContain(secret);
    const table = await hearth('list');
    expect(table.stdout).toBe(
      'email\tname\troles\tasked for\tstatus\tsecond factor\tlast signed in\n' +
        'Ada@Example.org\tAda L.\tadmin\t\tinvited\tno\tnever\n',
    );
  });

  it('get a new link, to come in or to choose a new password', async () => {
    const first = await hearth('link', 'ada@example.org');
    expect(first.stdout).toMatch(/^https:\/\/hearings\.example\.org\/invitation#token=/);
    const again = await hearth('link', 'ADA@example.org');
    expect(again.stdout).not.toBe(first.stdout);
    expect((await admin.query('select from account_token where used_at is null')).rowCount).toBe(1);
    await admin.query(`update user_account set status = 'active'`);
    const reset = await hearth('link', 'ada@example.org');
    expect(reset.stdout).toMatch(/^https:\/\/hearings\.example\.org\/reset#token=/);
  });

  it('need a second person for what is sensitive, and the one who asked is none', async () => {
    const made = await hearth(
      'create',
      '--role',
      'clerk',
      'counsel',
      '--email',
      'grace@example.org',
      '--name',
      'Grace',
      '--language',
      'es',
    );
    expect(made).toMatchObject({
      code: 0,
      stderr: 'To be confirmed by an administrator or a custodian: counsel.\n',
    });
    expect(made.stdout).toMatch(/^https:\/\/hearings\.example\.org\/es\/invitation#token=/);
    const own = await hearth('confirm-role', 'grace@example.org', 'counsel');
    expect(own).toMatchObject({ code: 1, stdout: '' });
    expect(own.stderr).toBe('error: Somebody else decides: neither who asked nor the person concerned.\n');
    // An administrator who is alone asks, and whoever runs the installation is the second.
    const [ada, grace] = await listed();
    await admin.query('update role_request set asked_by = $1', [ada?.['id']]);
    expect(await hearth('confirm-role', 'grace@example.org', 'counsel')).toMatchObject({ code: 0 });
    expect((await listed())[1]).toMatchObject({ roles: ['clerk', 'counsel'], requestedRoles: [] });
    expect(await logOf(grace?.['id'])).toEqual(['user.invited', 'role.confirmed']);
    expect(await hearth('refuse-role', 'grace@example.org', 'counsel')).toMatchObject({ code: 1 });
  });

  it('are shut, but for the last administrator', async () => {
    expect(await hearth('disable', 'grace@example.org')).toMatchObject({ code: 0, stdout: '' });
    expect((await listed())[1]).toMatchObject({ status: 'disabled' });
    const last = await hearth('disable', 'ada@example.org');
    expect(last).toMatchObject({ code: 1, stdout: '' });
    expect(last.stderr).toContain('no other active administrator');
    expect(await hearth('link', 'grace@example.org')).toMatchObject({ code: 1, stdout: '' });
  });

  it.each([
    [['create', '--role', 'root', '--email', 'a@example.org', '--name', 'A'], '--role must each be one of'],
    [['create', '--email', 'а@example.org', '--name', 'A'], '--email must be written in ASCII'],
    [['create', '--email', 'nobody', '--name', 'A'], '--email must be an e-mail address'],
    [['confirm-role', 'ada@example.org', 'clerk'], '<role> must be one of'],
  ])('wrong usage %j is told in options', async (args, words) => {
    const { code, stdout, stderr } = await hearth(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  it('refused is what the rules refuse, and whoever is not there', async () => {
    const pair = ['--role', 'admin', 'chair', '--email', 'eve@example.org', '--name', 'Eve'];
    expect((await hearth('create', ...pair)).code).toBe(1);
    const taken = await hearth('create', '--email', 'ada@example.org', '--name', 'Eve');
    expect(taken).toMatchObject({ code: 1, stderr: 'error: Another account has this address.\n' });
    expect(await hearth('disable', 'nobody@example.org')).toMatchObject({
      code: 1,
      stderr: 'error: There is no such user.\n',
    });
    expect(await listed()).toHaveLength(2);
  });

  it('are nothing for a server’s own login', async () => {
    const { appUrl, publicUrl } = database.logins;
    const env = { DATABASE_APP_URL: appUrl, DATABASE_PUBLIC_URL: publicUrl };
    const refused = await run(env, 'create', '--email', 'eve@example.org', '--name', 'Eve');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('login of the database owner');
  });
});
