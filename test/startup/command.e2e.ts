import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readRunInfo } from '#src/foundation/startup/index.js';
import { Program, endAll, until } from './programs.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-command-'));
});
afterEach(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

const env = () => ({ HEARTH_DATA_DIR: folder, PORT: '0', HEARTH_SAMPLE: 'false', LOG_LEVEL: 'silent' });
const command = () => new Program('programs/command.ts', [], { env: env() });
const serve = () => new Program('../../src/main.ts', [], { env: env() });

async function done(program: Program): Promise<{ serverUrl?: string; migrations: number }> {
  const { code } = await program.exit;
  if (code !== 0) throw new Error(program.stderr);
  return JSON.parse(program.stdout) as { serverUrl?: string; migrations: number };
}

describe('a command', () => {
  it('starts the database for itself where no server runs, and leaves nothing behind', async () => {
    const result = await done(command());
    expect(result.serverUrl).toBeUndefined();
    expect(result.migrations).toBeGreaterThan(0);
    expect(readdirSync(folder)).not.toContain('lock');
    expect(readdirSync(join(folder, 'postgres'))).not.toContain('postmaster.pid');
  });

  it('works on the database of a server that runs or is about to, and leaves it running', async () => {
    const server = serve();
    await until(() => readdirSync(folder).includes('lock'), 'the server to hold the folder');
    const early = await done(command());
    const info = readRunInfo(folder);
    expect(early.serverUrl).toBe(info?.url);
    expect((await done(command())).serverUrl).toBe(info?.url);
    expect((await fetch(`${info?.url}/api/v1/nothing`)).status).toBeLessThan(500);
    expect((await server.kill('SIGTERM')).code).toBe(0);
  });

  it('waits for another that works on the same data', async () => {
    const results = await Promise.all([done(command()), done(command())]);
    expect(results.map((result) => result.serverUrl)).toEqual([undefined, undefined]);
  });
});
