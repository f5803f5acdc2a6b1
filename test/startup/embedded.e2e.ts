import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { commandOf, pidExists } from '#src/foundation/startup/index.js';
import { Program, endAll, until } from './programs.js';

interface Started {
  ownerUrl: string;
  adminUrl: string;
  pid: number;
  port: number;
  created: boolean;
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-data-'));
});

afterEach(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<{ program: Program; started: Started }> {
  const program = new Program('programs/database.ts', [folder]);
  return { program, started: JSON.parse(await program.line(0)) as Started };
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('makes a database that its owner owns without being a superuser, and keeps it', async () => {
    const first = await start();
    expect(first.started.created).toBe(true);
    const { ownerUrl } = first.started;
    const role = 'select rolsuper, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user';
    expect(await query(ownerUrl, role)).toEqual([
      { rolsuper: false, rolcreaterole: true, rolbypassrls: false },
    ]);
    for (const extension of ['btree_gin', 'pg_trgm', 'pgcrypto', 'unaccent']) {
      await query(ownerUrl, `create extension ${extension}`);
    }
    await query(ownerUrl, "create table word as select 'kept' as text");

    expect(await first.program.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(pidExists(first.started.pid)).toBe(false);

    const second = await start();
    expect(second.started.created).toBe(false);
    expect(await query(second.started.ownerUrl, 'select text from word')).toEqual([{ text: 'kept' }]);
  });

  it('listens on loopback alone, and keeps passwords to the one who started it', async () => {
    const { started } = await start();
    const settings = `select name, setting from pg_settings
      where name in ('listen_addresses', 'unix_socket_directories', 'password_encryption') order by 1`;
    expect((await query(started.adminUrl, settings)).map((row) => row['setting'])).toEqual([
      '127.0.0.1',
      'scram-sha-256',
      '',
    ]);
    for (const file of ['postgres-passwords.json', 'postgres.log', 'lock']) {
      expect([file, (statSync(join(folder, file)).mode & 0o777).toString(8)]).toEqual([file, '600']);
    }
    await expect(query(started.ownerUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      'password',
    );
  });

  it('writes no word of a failed statement or its parameters to its log', async () => {
    const { started } = await start();
    const client = new Client(started.ownerUrl);
    await client.connect();
    await expect(client.query("select $1::uuid, 'tell-nobody'", ['secret-words'])).rejects.toThrow('uuid');
    await expect(
      client.query('create table t (a text primary key); insert into t values ($$hush$$), ($$hush$$)'),
    ).rejects.toThrow('duplicate');
    await client.end();
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).not.toMatch(/tell-nobody|secret-words|hush/);
  });

  it('comes back after kill -9 of the program, whose server it stops', async () => {
    const first = await start();
    await query(first.started.ownerUrl, "create table word as select 'kept' as text");
    await first.program.kill('SIGKILL');
    expect(pidExists(first.started.pid)).toBe(true);

    const second = await start();
    expect(second.program.stderr).toContain('left over');
    expect(commandOf(first.started.pid) ?? '').not.toContain(folder);
    expect(await query(second.started.ownerUrl, 'select text from word')).toEqual([{ text: 'kept' }]);
  });

  it('comes back after kill -9 of the server, whose end it notices', async () => {
    const first = await start();
    await query(first.started.ownerUrl, "create table word as select 'kept' as text");
    process.kill(first.started.pid, 'SIGKILL');
    expect(JSON.parse(await first.program.line(1))).toEqual({ ended: true });
    expect((await first.program.kill('SIGTERM')).code).toBe(0);

    const second = await start();
    expect(await query(second.started.ownerUrl, 'select text from word')).toEqual([{ text: 'kept' }]);
  });

  it('leaves a stranger alone who has the pid of a server that died', async () => {
    const first = await start();
    process.kill(first.started.pid, 'SIGKILL');
    await first.program.line(1);
    await first.program.kill('SIGTERM');
    const file = join(folder, 'postgres', 'postmaster.pid');
    const [, ...rest] = readFileSync(file, 'utf8').split('\n');
    const stranger = new Program('programs/lock.ts', [mkdtempSync(join(folder, 'stranger-'))]);
    await stranger.line(0);
    writeFileSync(file, [stranger.pid, ...rest].join('\n'));

    await start();
    expect(pidExists(stranger.pid)).toBe(true);
    expect((await stranger.closeInput()).code).toBe(0);
  });

  it('starts anew after a kill in the middle of making the database', async () => {
    const halves = () => readdirSync(folder).filter((name) => name.startsWith('postgres.new-'));
    const broken = new Program('programs/database.ts', [folder]);
    await until(() => halves().length > 0, 'initdb at work');
    await broken.kill('SIGKILL');
    expect(readdirSync(folder)).not.toContain('postgres');

    const { started } = await start();
    expect(started.created).toBe(true);
    expect(await query(started.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a database whose passwords are gone, or that another version made, and touches neither', async () => {
    const first = await start();
    await first.program.kill('SIGTERM');
    const passwords = readFileSync(join(folder, 'postgres-passwords.json'));
    rmSync(join(folder, 'postgres-passwords.json'));
    expect(await refusal()).toMatch(/^postgres-passwords\.json is missing from .*\n$/);

    writeFileSync(join(folder, 'postgres-passwords.json'), passwords);
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    expect(await refusal()).toMatch(/^The database in .* was made by PostgreSQL 17, .*\n$/);

    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18\n');
    expect((await start()).started.created).toBe(false);
  });

  it('says so in one line when the data folder is a file', async () => {
    const path = join(folder, 'a-file');
    writeFileSync(path, '');
    expect(await refusal(path)).toMatch(/^Cannot use .*a-file: .*\n$/);
  });

  const isRoot = process.getuid?.() === 0;

  it('says so in one line when the user may not write', async () => {
    chmodSync(folder, 0o500);
    const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const said = await refusal(join(folder, 'new'), user);
    chmodSync(folder, 0o700);
    expect(said).toMatch(/^Cannot use .*: this user may not read or write it\.\n$/);
  });

  // Root alone can start a program as somebody whom the system does not know.
  (isRoot ? it : it.skip)('says so in one line when the user is not known to the system', async () => {
    const open = join(folder, 'open');
    mkdirSync(open);
    chmodSync(folder, 0o755);
    chmodSync(open, 0o777);
    expect(await refusal(open, { uid: 43_210, gid: 43_210 })).toMatch(
      /^User id 43210 has no entry in \/etc\/passwd.*\n$/,
    );
  });

  async function refusal(path = folder, user: { uid?: number; gid?: number } = {}): Promise<string> {
    const program = new Program('programs/database.ts', [path], user);
    expect((await program.exit).code).toBe(1);
    return program.stderr;
  }
});
