import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Program } from '../startup/programs.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { folderOf, generated } from './testimony/import.folders.js';

let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'hearth-cli-'));
});
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  await database?.drop();
});

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

const start = (args: string[], env: NodeJS.ProcessEnv = {}): Program =>
  new Program('../../src/doors/cli/main.ts', args, {
    env: { DATABASE_URL: database.ownerUrl, HEARTH_DATA_DIR: dataDir, ...env },
  });

async function hearth(...args: string[]): Promise<Ended> {
  const program = start(args);
  const { code } = await program.exit;
  return { code, stdout: program.stdout, stderr: program.stderr };
}

const isOneLine = (text: string) => text.trim().split('\n').length === 1;

it('wrong usage ends with 2, help with 0', async () => {
  expect(await hearth('nonsense')).toMatchObject({ code: 2, stdout: '' });
  expect(await hearth('--help')).toMatchObject({ code: 0, stderr: '' });
});

describe('keys', () => {
  it('are printed alone, listed without their secret, revoked by prefix', async () => {
    const made = await hearth('key', 'create', '--role', 'clerk', '--name', 'the\tdesk', '--expires', '90d');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toMatch(/^hearth_[a-z0-9]{10}_[\w-]{43}\n$/);
    const [, prefix = '', secret = ''] = /^hearth_([a-z0-9]+)_(.*)\n$/.exec(made.stdout) ?? [];

    const table = await hearth('key', 'list');
    const [headings, row] = table.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(headings).toEqual([
      'prefix',
      'name',
      'roles',
      'scopes',
      'state',
      'created',
      'expires',
      'last used',
    ]);
    expect(row?.slice(0, 5)).toEqual([prefix, 'the desk', 'clerk', 'all', 'valid']);
    expect(table.stdout).not.toContain(secret);

    expect(await hearth('key', 'revoke', prefix)).toMatchObject({ code: 0, stdout: '' });
    const listed = JSON.parse((await hearth('key', 'list', '--json')).stdout) as Record<string, unknown>[];
    expect(listed).toMatchObject([
      { prefix, name: 'the\tdesk', roles: ['clerk'], revokedAt: expect.any(String) },
    ]);
  });

  it('that are not there cannot be revoked', async () => {
    const { code, stdout, stderr } = await hearth('key', 'revoke', 'nobody');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(isOneLine(stderr)).toBe(true);
  });
});

describe('the commission', () => {
  it('is shown, changed field by field, and keeps what is not named', async () => {
    const set = await hearth(
      'commission',
      'set',
      '--name',
      'Blue\tRibbon',
      '--profile',
      'brown',
      '--quorum',
      '9',
    );
    expect(set).toMatchObject({ code: 0, stderr: '' });
    const json = async (...args: string[]) =>
      JSON.parse((await hearth('commission', ...args, '--json')).stdout) as object;
    const whole = {
      name: 'Blue\tRibbon',
      mandate: null,
      foundedOn: null,
      dissolvedOn: null,
      legalProfile: 'brown',
      quorum: 9,
      timeZone: 'America/Los_Angeles',
      language: 'en',
    };
    expect(await json('show')).toEqual(whole);
    const changed = { ...whole, quorum: null, foundedOn: '2015-07-01' };
    expect(await json('set', '--clear', 'quorum', '--founded', '2015-07-01')).toEqual(changed);
    const table = await hearth('commission', 'show');
    expect(table.stdout.split('\n').slice(0, 5)).toEqual([
      'option\tvalue',
      'name\tBlue Ribbon',
      'mandate\t',
      'founded\t2015-07-01',
      'dissolved\t',
    ]);
  });

  it('is refused in a line what no commission can be', async () => {
    const refused = await hearth('commission', 'set', '--dissolved', '2015-06-30');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toBe('error: The last day lies before the first.\n');
  });
});

describe('import and export', () => {
  it('report on stdout, talk on stderr, and come back', async () => {
    const folder = folderOf('by-command', generated());
    const first = await hearth('import', 'hearing', folder, '--json');
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ outcome: 'imported', came: { counts: { cues: 60 } } });
    expect(first.stderr).toContain('writing the transcript');

    const again = await hearth('import', 'hearing', folder);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Unchanged') });

    const back = join(dirname(folder), 'back');
    const out = await hearth('export', 'hearing', 'by-command', back, '--json');
    expect(out).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(out.stdout)).toMatchObject({
      outcome: 'exported',
      counts: { cues: 60, testimonies: 2 },
      leftOut: 0,
    });
    expect(readdirSync(back)).toHaveLength(4);
    const over = await hearth('export', 'hearing', 'by-command', back);
    expect(over).toMatchObject({ code: 1, stdout: '' });
    expect(isOneLine(over.stderr)).toBe(true);
  });

  it('name file and line of what cannot be read', async () => {
    const folder = folderOf('torn', { ...generated(), speakers: '[\n  {"label": "1",\n' });
    const told = await hearth('import', 'hearing', folder);
    expect(told).toMatchObject({ code: 1, stdout: '' });
    expect(told.stderr).toMatch(/^error: speakers\.json:\d+: .*\[JSON_INVALID\]$/m);
    const asJson = await hearth('import', 'hearing', folder, '--json');
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      outcome: 'refused',
      problems: [{ file: 'speakers.json', code: 'JSON_INVALID', line: expect.any(Number) }],
    });
  });

  it('say so of a folder and a hearing that are not there', async () => {
    const absent = await hearth('import', 'hearing', join(dataDir, 'nowhere'));
    expect(absent).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('FOLDER_MISSING') });
    const unknown = await hearth('export', 'hearing', 'nobody', join(dataDir, 'x'));
    expect(unknown).toMatchObject({ code: 1, stdout: '', stderr: 'error: There is no such hearing.\n' });
  });

  it('go on when nobody reads what they say', async () => {
    const folder = folderOf('unread', generated());
    const args = [
      '--import',
      './test/support/typescript.mjs',
      'src/doors/cli/main.ts',
      'import',
      'hearing',
      folder,
    ];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.ownerUrl, HEARTH_DATA_DIR: dataDir },
    });
    child.stdout.destroy();
    child.stderr.destroy();
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(await hearth('import', 'hearing', folder)).toMatchObject({
      stdout: expect.stringContaining('Unchanged'),
    });
  });
});

describe('what is due', () => {
  it('is a table with a line for each act, or JSON', async () => {
    const folder = folderOf('to-come', generated());
    const imported = await hearth('import', 'hearing', folder, '--draft', '--date', '2031-03-04');
    expect(imported.code).toBe(0);
    const window = ['--from', '2031-01-01T00:00:00Z', '--to', '2031-03-10T00:00:00Z'];
    const asJson = await hearth('hearings', 'due', ...window, '--json');
    expect(asJson).toMatchObject({ code: 0, stderr: '' });
    const { items } = JSON.parse(asJson.stdout) as { items: { hearingId: string; title: string }[] };
    expect(items).toMatchObject([{ act: 'freeze_agenda' }, { act: 'give_notice', overdue: false }]);
    const table = await hearth('hearings', 'due', ...window);
    expect(table).toMatchObject({ code: 0, stderr: '' });
    const [headings, , line] = table.stdout.trimEnd().split('\n');
    expect(headings).toBe('office day\tdue\tact\thearing\tlaw\tstate\tid');
    // 72 hours before that midnight a Saturday begins.
    expect(line).toBe(
      [
        '2031-02-28',
        '2031-03-01 00:00 America/Los_Angeles',
        'give_notice',
        items[1]?.title,
        'Gov. Code 54954.2(a)',
        '',
        items[1]?.hearingId,
      ].join('\t'),
    );
    expect(await hearth('hearings', 'due', '--from', 'soon')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('the database', () => {
  it('that cannot be reached is told in one line without its login', async () => {
    const program = start(['key', 'list'], { DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:9/x' });
    expect((await program.exit).code).toBe(1);
    expect(program.stdout).toBe('');
    expect(isOneLine(program.stderr)).toBe(true);
    expect(program.stderr).not.toContain('hunter2');
  });

  it('is migrated on demand', async () => {
    expect(await hearth('migrate')).toMatchObject({ code: 0, stdout: expect.stringContaining('up to date') });
  });

  it('has no server where none runs', async () => {
    expect(await hearth('status')).toMatchObject({ code: 1, stdout: '' });
  });
});
