import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/**
 * The set-up scripts in a project small enough to install from nothing, offline: its compiler copies files, its
 * test runner repeats its arguments. npm is the real one.
 */
const files = {
  'package.json': JSON.stringify({
    name: 'tiny',
    version: '1.0.0',
    type: 'module',
    dependencies: { '@nestjs/cli': 'file:vendor/cli' },
    devDependencies: { jest: 'file:vendor/jest' },
  }),
  'package-lock.json': JSON.stringify({
    name: 'tiny',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': {
        name: 'tiny',
        version: '1.0.0',
        dependencies: { '@nestjs/cli': 'file:vendor/cli' },
        devDependencies: { jest: 'file:vendor/jest' },
      },
      'node_modules/@nestjs/cli': { resolved: 'vendor/cli', link: true },
      'node_modules/jest': { resolved: 'vendor/jest', link: true, dev: true },
      'vendor/cli': { name: '@nestjs/cli', version: '1.0.0' },
      'vendor/jest': { name: 'jest', version: '1.0.0', dev: true },
    },
  }),
  'vendor/cli/package.json': JSON.stringify({ name: '@nestjs/cli', version: '1.0.0', type: 'module' }),
  'vendor/cli/bin/nest.js': `
    import { cpSync, readFileSync, rmSync } from 'node:fs';
    console.log('compiling');
    rmSync('dist', { recursive: true, force: true });
    if (readFileSync('src/main.js', 'utf8').includes('syntax error')) process.exit(7);
    cpSync('src', 'dist/src', { recursive: true });`,
  'vendor/jest/package.json': JSON.stringify({ name: 'jest', version: '1.0.0', type: 'module' }),
  'vendor/jest/bin/jest.js': `
    console.log('tests', process.execArgv[0], process.argv.slice(2).join(' '));
    process.exit(process.argv.includes('failing') ? 3 : 0);`,
  'src/main.js': `
    import { setTimeout } from 'node:timers';
    if (process.argv.includes('wait')) {
      setTimeout(() => {}, 60_000);
      process.on('SIGTERM', () => { console.log('drained'); process.exit(0); });
    }
    console.log('started', process.pid);`,
  'src/doors/cli/main.js': `console.log('result', ...process.argv.slice(2)); process.exitCode = 5;`,
};

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'hearth-tiny-')));
  for (const [path, content] of Object.entries(files)) write(path, content);
  cpSync(fileURLToPath(new URL('../../scripts', import.meta.url)), join(root, 'scripts'), {
    recursive: true,
  });
  // The pages' packages are no part of this small project.
  write('scripts/web.mjs', `console.log('styling')`);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const environment = () => ({ ...process.env, NODE_OPTIONS: '', npm_config_offline: 'true' });

function ready(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['scripts/ready.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: environment(),
  });
}

describe('scripts/ready.mjs', () => {
  it('installs without development packages, builds and starts; a second time it only starts', () => {
    const first = ready('start');
    expect(first.stderr).toBe('');
    expect(first.stdout).toMatch(
      /Installing packages \(npm ci --omit=dev\)[^]*Building[^]*compiling[^]*\nstarted \d+\n$/,
    );
    expect(existsSync(join(root, 'node_modules/jest'))).toBe(false);
    expect(ready('start').stdout).toMatch(/^started \d+\n$/);
    expect(existsSync(join(root, '.setup.lock'))).toBe(false);
  });

  it('builds again when a source changes, and not when only a test of it does', () => {
    ready('start');
    write('src/thing.spec.ts', 'a test');
    expect(ready('start').stdout).not.toContain('compiling');
    write('src/main.js', `console.log('changed')`);
    expect(ready('start').stdout).toMatch(/compiling[^]*changed\n$/);
    write('web/views/home.njk', 'a view');
    expect(ready('start').stdout).toMatch(/compiling\nstyling\n[^]*changed\n$/);
  });

  it('installs again when the lockfile changes', () => {
    ready('start');
    write('package-lock.json', files['package-lock.json'].replaceAll('"1.0.0"', '"1.0.1"'));
    expect(ready('start').stdout).toContain('npm ci --omit=dev');
  });

  it('keeps all talk of the command line off stdout, and its exit code', () => {
    const first = ready('hearth', 'key', 'create');
    expect(first.stdout).toBe('result key create\n');
    expect(first.stderr).toMatch(/Installing[^]*compiling/);
    expect(first.status).toBe(5);
  });

  it('installs what tests need, hands their arguments and exit code through, and then serves a start too', () => {
    const tests = ready('test', 'some/path', '-t', 'name');
    expect(tests.stdout).toMatch(
      /npm ci --include=dev[^]*tests --experimental-vm-modules some\/path -t name\n$/,
    );
    expect(tests.status).toBe(0);
    expect(ready('test', 'failing').status).toBe(3);
    expect(ready('start').stdout).not.toContain('Installing');
  });

  it('takes an install made by hand for what it is', () => {
    spawnSync('npm', ['ci', '--offline'], { cwd: root, env: environment() });
    expect(ready('test').stdout).not.toContain('Installing');
  });

  it('ends with the exit code of a build that fails, and builds again next time', () => {
    write('src/main.js', 'syntax error');
    const failed = ready('start');
    expect(failed.status).toBe(7);
    expect(failed.stderr).toBe('The build failed with exit code 7; what it said stands above.\n');
    write('src/main.js', files['src/main.js']);
    expect(ready('start').status).toBe(0);
  });

  it('sets up once when two begin together', async () => {
    const run = async (name: string) => {
      const child = spawn(process.execPath, ['scripts/ready.mjs', name], { cwd: root, env: environment() });
      let talk = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data: Buffer) => (talk += data.toString()));
      const [code] = (await once(child, 'close')) as [number];
      return { talk, code };
    };
    const [start, hearth] = await Promise.all([run('start'), run('hearth')]);
    expect([start.code, hearth.code]).toEqual([0, 5]);
    expect(`${start.talk}${hearth.talk}`.match(/compiling/g)).toHaveLength(1);
    expect(`${start.talk}${hearth.talk}`.match(/Installing packages .*\.\.\./g)).toHaveLength(1);
  });

  it('takes over from a set-up that was killed', () => {
    write('.setup.lock/pid', String(spawnSync(process.execPath, ['-e', '']).pid));
    expect(ready('start').status).toBe(0);
  });

  it('is the server itself: a signal to it reaches the server', async () => {
    ready('start');
    const child = spawn(process.execPath, ['scripts/ready.mjs', 'start', 'wait'], {
      cwd: root,
      env: environment(),
    });
    let out = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (out === `started ${child.pid}\n`) child.kill('SIGTERM');
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(out).toContain('drained');
  });

  it('refuses a Node it does not support in one line', () => {
    const pretended = join(root, 'pretend.cjs');
    for (const version of ['18.20.0', '20.18.3', '21.7.0', '22.12.0', '23.1.0']) {
      writeFileSync(pretended, `Object.defineProperty(process.versions, 'node', { value: '${version}' })`);
      const { status, stderr, stdout } = spawnSync(
        process.execPath,
        ['-r', pretended, 'scripts/ready.mjs', 'start'],
        {
          cwd: root,
          encoding: 'utf8',
        },
      );
      expect([version, status, stdout]).toEqual([version, 1, '']);
      expect(stderr).toBe(`Hearth needs Node 20.19, 22.13, 24 or newer; this is Node ${version}.\n`);
    }
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe(files['package.json']);
  });

  it('says how it is used', () => {
    expect(ready('dance').stderr).toBe('Usage: node scripts/ready.mjs start | hearth | test\n');
  });
});
