import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Program } from '../../startup/programs.js';
import { type Desk, openDesk } from '../hearings/hearings.support.js';

describe('the commission at the command line', () => {
  let desk: Desk;
  let folder: string;
  beforeAll(async () => {
    desk = await openDesk();
    folder = mkdtempSync(join(tmpdir(), 'hearth-popolo-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await desk.close();
  });

  const hearth = async (...args: string[]) => {
    const program = new Program('../../src/doors/cli/main.ts', args, {
      env: { DATABASE_URL: desk.database.ownerUrl, HEARTH_DATA_DIR: folder },
    });
    const { code } = await program.exit;
    return { code, stdout: program.stdout, stderr: program.stderr };
  };

  it('gives a person an account that their recusals count for', async () => {
    const person = await desk.make('/people', { name: 'Ada', listed: true });
    const matter = await desk.make('/matters', { title: 'Closed', closed: true });
    const create = (id: string) =>
      hearth('key', 'create', '--role', 'commissioner', '--name', 'Ada', '--person', id);
    const key = `Bearer ${(await create(person.id)).stdout.trim()}`;
    expect((await desk.read(`/matters/${matter.id}`, key)).status).toBe(200);
    await desk.make(`/commissioners/${person.id}/recusals`, { matterId: matter.id, reason: 'x' });
    expect((await desk.read(`/matters/${matter.id}`, key)).status).toBe(404);
    expect(await create(randomUUID())).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'error: There is no such person.\n',
    });
    expect((await create('ada')).code).toBe(2);
  });

  it('writes Popolo and takes it in', async () => {
    const post = await desk.make('/posts', { kind: 'seat', label: 'Seat', startsOn: '2015-01-01' });
    await desk.make('/commissioners', { person: { name: 'Bea' }, postId: post.id, startsOn: '2015-01-01' });
    await desk.make('/sponsors', { name: 'Ghost', kind: 'other' });
    const file = join(folder, 'commission.json');
    const written = await hearth('export', 'popolo', file);
    expect(written).toMatchObject({ code: 0, stderr: '' });
    expect(written.stdout).toContain('1 persons, 1 posts, 1 memberships');
    expect(await hearth('export', 'popolo', file)).toMatchObject({ code: 1, stdout: '' });
    expect(readFileSync(file, 'utf8')).not.toContain('Ghost');
    const all = await hearth('export', 'popolo', '-', '--all');
    expect(JSON.parse(all.stdout).organizations).toMatchObject([{}, { name: 'Ghost' }]);

    expect((await hearth('import', 'popolo', file)).stdout).toMatch(/^Unchanged/);
    const other = join(folder, 'other.json');
    const whole = JSON.parse(readFileSync(file, 'utf8')) as { persons: object[] };
    const withOne = (more: object) => JSON.stringify({ ...whole, persons: [...whole.persons, more] });
    writeFileSync(other, withOne({ id: 'q', name: 'Q', gender: 'x' }));
    expect(JSON.parse((await hearth('import', 'popolo', other, '--dry-run', '--json')).stdout)).toMatchObject(
      {
        outcome: 'would_import',
        came: { persons: 1 },
        remarks: [{ pointer: '/persons/1/gender', code: 'NOT_TAKEN' }],
      },
    );
    expect(await hearth('import', 'popolo', other)).toMatchObject({
      code: 0,
      stderr: 'note: /persons/1/gender: has no place here and is left out [NOT_TAKEN]\n',
    });
    writeFileSync(other, withOne({ id: 'q' }));
    const refused = await hearth('import', 'popolo', other);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /^error: \/persons\/1\/name: .* \[REQUIRED\]\nNothing of .* was imported\.\n$/,
    );
    expect(await hearth('import', 'popolo', join(folder, 'absent.json'))).toMatchObject({ code: 1 });
  });
});
