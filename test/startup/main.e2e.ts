import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type RunInfo, pidExists, readRunInfo } from '#src/foundation/startup/index.js';
import { type TestDatabase, createEmptyDatabase } from '../support/test-database.js';
import { Program, endAll, until } from './programs.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-main-'));
});

afterEach(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

function launch(env: NodeJS.ProcessEnv = {}): Program {
  const settings = { HEARTH_DATA_DIR: folder, PORT: '0', HEARTH_SAMPLE: 'false', LOG_LEVEL: 'silent' };
  const server = new Program('../../src/main.ts', [], { env: { ...settings, ...env } });
  return server;
}

async function start(
  env?: NodeJS.ProcessEnv,
): Promise<{ server: Program; info: RunInfo; databasePid: number }> {
  const server = launch(env);
  // run.json stands a moment before the last line is out.
  const isReady = () => readRunInfo(folder) !== undefined && server.stdout.includes('\nReady ');
  await until(() => server.hasEnded || isReady(), 'run.json');
  const info = readRunInfo(folder);
  if (info === undefined) throw new Error(server.stderr);
  return { server, info, databasePid: Number(/pid (\d+)/.exec(server.stdout)?.[1]) };
}

/** What a start says that cannot be: one line, exit code 1. */
async function refusal(env: NodeJS.ProcessEnv): Promise<string> {
  const server = launch(env);
  expect((await server.exit).code).toBe(1);
  expect(server.stderr.trimEnd().split('\n')).toHaveLength(1);
  return server.stderr.trimEnd();
}

const answers = async (url: string): Promise<boolean> => {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
};

describe('the server', () => {
  it('starts from nothing, and leaves nothing running after SIGTERM', async () => {
    const { server, info, databasePid } = await start();
    expect(server.stdout).toMatch(/^Database +\d+\.\d\d s .*new\nSchema .*\nProgram .*\nServer .*\nReady /);
    expect((await fetch(`${info.url}/api/v1/nothing-here`)).status).toBeLessThan(500);
    expect((statSync(join(folder, 'run.json')).mode & 0o777).toString(8)).toBe('600');

    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(server.stderr).toBe('');
    expect(pidExists(databasePid)).toBe(false);
    expect(await answers(info.url)).toBe(false);
    expect(readdirSync(folder)).not.toEqual(expect.arrayContaining(['lock']));
    expect(readRunInfo(folder)).toBeUndefined();
  });

  it('ends as cleanly when the signal comes in the middle of the start', async () => {
    const server = launch();
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    // The file is there a moment before its content.
    const pidIn = () => (existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) || 0 : 0);
    await until(() => pidIn() > 0, 'the database to start');
    const databasePid = pidIn();
    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(server.stdout).not.toContain('Ready');
    expect(pidExists(databasePid)).toBe(false);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('answers what is in flight before it ends', async () => {
    const { server, info } = await start();
    const { hostname, port } = new URL(info.url);
    const socket: Socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (data: Buffer) => (answer += data.toString()));
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      'POST /api/v1/hearings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 8\r\n\r\n',
    );
    await until(() => answer.includes('100 Continue'), 'the request to be taken in');
    const exit = server.kill('SIGTERM');
    await until(async () => !(await answers(info.url)), 'the door to close');
    socket.write('{"a": 1}');
    await ended;
    expect(answer).toMatch(/\r\n\r\nHTTP\/1\.1 4\d\d /);
    expect((await exit).code).toBe(0);
  });

  it('tells a second start which pid holds the data', async () => {
    const { server } = await start();
    expect(await refusal({})).toBe(
      `${folder} is in use by the server with pid ${server.pid}. Stop it, or choose another HEARTH_DATA_DIR.`,
    );
  });

  it('recovers after kill -9 of itself, and after kill -9 of its database', async () => {
    const first = await start();
    await first.server.kill('SIGKILL');
    const second = await start();
    expect(second.server.stdout).toContain('left over');
    process.kill(second.databasePid, 'SIGKILL');
    expect((await second.server.exit).code).toBe(1);
    expect(second.server.stderr).toContain('PostgreSQL has ended by itself');
    const third = await start();
    expect(third.server.stdout).toMatch(/Schema .*up to date/);
  });

  it('names a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      expect(await refusal({ PORT: String(port) })).toBe(
        `Port ${port} on 127.0.0.1 is already in use. Choose another: PORT=${port + 1} npm start`,
      );
    } finally {
      other.close();
    }
  });

  it('names what is wrong in its configuration before it touches anything', async () => {
    rmSync(folder, { recursive: true });
    expect(await refusal({ PORT: 'http', LOG_LEVEL: 'loud' })).toMatch(
      /^Wrong configuration: PORT must .*; LOG_LEVEL must .*\.$/,
    );
    expect(existsSync(folder)).toBe(false);
  });
});

describe('the server on a database of the operator', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createEmptyDatabase();
  });
  afterAll(() => database.drop());

  it('does not take a database that it cannot reach, or that refuses it', async () => {
    const wrong = (change: (url: URL) => void) => {
      const url = new URL(database.ownerUrl);
      change(url);
      return refusal({ DATABASE_URL: url.href });
    };
    expect(await wrong((url) => (url.port = '1'))).toBe(
      'The database of DATABASE_URL cannot be reached (ECONNREFUSED).',
    );
    expect(await wrong((url) => (url.password = 'wrong'))).toBe(
      'The database refuses the user or the password of DATABASE_URL.',
    );
    expect(await wrong((url) => (url.pathname = '/absent'))).toBe(
      'The database named in DATABASE_URL does not exist on its server.',
    );
  });

  it('migrates with the owner’s login, runs without it, and refuses a schema newer than itself', async () => {
    const { appUrl, publicUrl } = database.logins;
    const onlyOurs = { DATABASE_APP_URL: appUrl, DATABASE_PUBLIC_URL: publicUrl };
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    try {
      const first = await start({ DATABASE_URL: database.ownerUrl });
      expect(first.server.stdout).toMatch(/Schema .*\d+ migrations/);
      await first.server.kill('SIGTERM');
      expect(readdirSync(folder)).not.toContain('postgres');

      const second = await start(onlyOurs);
      expect(second.info.database).toEqual({ appUrl, publicUrl });
      await second.server.kill('SIGTERM');

      await owner.query(
        `insert into migration (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`,
      );
      for (const env of [{ DATABASE_URL: database.ownerUrl }, onlyOurs]) {
        expect(await refusal(env)).toMatch(/^The database was made by a newer Hearth .*FromTheFuture/);
      }
    } finally {
      await owner.end();
    }
  });
});
