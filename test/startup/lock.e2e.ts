import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { folderHolder, lockFolder, thisProcess } from '#src/foundation/startup/index.js';
import { Program, endAll } from './programs.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-lock-'));
});
afterEach(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

describe('the lock of the data folder', () => {
  it('tells a second one which pid holds it', async () => {
    const first = new Program('programs/lock.ts', [folder]);
    expect(await first.line(0)).toBe('held');
    const refused = `${folder} is in use by a test with pid ${first.pid}. Stop it, or choose another HEARTH_DATA_DIR.`;
    await expect(lockFolder(folder, 'the second')).rejects.toThrow(refused);
    expect(await first.closeInput()).toEqual({ code: 0, signal: null });
    (await lockFolder(folder, 'the second')).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process that was killed', async () => {
    const first = new Program('programs/lock.ts', [folder]);
    await first.line(0);
    await first.kill('SIGKILL');
    const lock = await lockFolder(folder, 'the next');
    expect(folderHolder(folder)).toMatchObject({ pid: process.pid, what: 'the next' });
    lock.release();
  });

  it('is taken over when its pid belongs to a younger process', async () => {
    const reused = { pid: process.ppid, started: `${thisProcess().started}0`, what: 'the server' };
    writeFileSync(join(folder, 'lock'), JSON.stringify(reused));
    expect(folderHolder(folder)).toBeUndefined();
    (await lockFolder(folder, 'the next')).release();
  });

  it('is taken over when a power cut left it empty', async () => {
    writeFileSync(join(folder, 'lock'), '');
    const lock = await lockFolder(folder, 'the next');
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it('goes to one of many that find a dead one at once', async () => {
    writeFileSync(
      join(folder, 'lock'),
      JSON.stringify({ pid: process.pid, started: 'another', what: 'a dead one' }),
    );
    const programs = Array.from({ length: 6 }, () => new Program('programs/lock.ts', [folder]));
    const lines = await Promise.all(programs.map((program) => program.line(0)));
    expect(lines.filter((line) => line === 'held')).toHaveLength(1);
    expect(lines.filter((line) => line.includes('is in use by a test'))).toHaveLength(5);
    await Promise.all(programs.map((program) => program.closeInput()));
  });
});
