import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Metrics } from '#src/foundation/observability/index.js';
import { parseAnchor } from '#src/trust/audit/seal/anchor-file.js';
import { Anchorer } from '#src/trust/audit/seal/anchorer.js';
import { endAll, Program, until } from '../../startup/programs.js';
import { type AuditWorld, createAuditWorld } from './audit.support.js';

let world: AuditWorld;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-anchors-'));
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(endAll);

const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n').map(parseAnchor);
const latest = async () => {
  const [row] = await world.rows<{ size: number; hash: string }>(
    `select size::int as size, encode(hash, 'hex') as hash from audit.checkpoint order by size desc limit 1`,
  );
  return row;
};

describe('a running sealer', () => {
  it('seals by itself, and once more at the end, and anchors for its owner’s eyes alone', async () => {
    const file = join(folder, 'anchors.jsonl');
    world = await createAuditWorld({ anchors: { file, everySeconds: 86_400 } });
    await world.write(3);
    world.sealer.start();
    await until(async () => (await latest())?.size === 3, 'three entries to be sealed');
    await world.write(2);
    await world.settled();
    await world.stop();
    expect(await latest()).toMatchObject({ size: 5 });
    expect(lines(file).at(-1)).toMatchObject(await latest().then((row) => row ?? {}));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('goes on where it cannot anchor, says so, and anchors once it can', async () => {
    const file = join(folder, 'gone', 'anchors.jsonl');
    world = await createAuditWorld({ anchors: { file, everySeconds: 1 } });
    const anchorer = world.app.get(Anchorer);
    await world.write(1);
    await world.seal();
    await anchorer.anchor(true);
    await anchorer.anchor(true);
    const alerts = await world.rows('select code, about, details, times from audit.alert');
    expect(alerts).toEqual([
      { code: 'ANCHOR_NOT_WRITABLE', about: 'anchor', details: { reason: 'ENOENT' }, times: 2 },
    ]);
    expect(await world.app.get(Metrics).render()).toContain('hearth_audit_anchor_failing 1');
    await world.write(1);
    expect(await world.seal()).toBe(1);
    mkdirSync(join(folder, 'gone'));
    await anchorer.anchor(true);
    expect(lines(file)).toHaveLength(1);
    const metrics = await world.app.get(Metrics).render();
    expect(metrics).toContain('hearth_audit_anchor_failing 0');
    expect(metrics).toContain('hearth_audit_unsealed 0');
  });

  it('warns of what waits too long', async () => {
    world = await createAuditWorld();
    await world.tamper(
      `insert into audit.entry (at, xid, action, subject_kind)
       select now() - interval '2 minutes', pg_snapshot_xmax(pg_current_snapshot()), 'a.b', 'zone'`,
    );
    expect((await world.sealer.backlog()).oldestSeconds).toBeGreaterThan(60);
    expect(await world.app.get(Metrics).render()).toContain('hearth_audit_unsealed 1');
  });
});

describe('hearth verify', () => {
  it('ends with 0 for what is intact, and with 1 and the first fault for what is not', async () => {
    world = await createAuditWorld();
    await world.write(20);
    await world.seal();
    const verify = async (...args: string[]) => {
      const program = new Program('../../src/doors/cli/main.ts', ['verify', ...args], {
        env: {
          DATABASE_URL: world.database.ownerUrl,
          HEARTH_DATA_DIR: folder,
          AUDIT_ANCHOR_FILE: world.anchorFile,
        },
      });
      const { code } = await program.exit;
      return { code, stdout: program.stdout, stderr: program.stderr };
    };
    expect(await verify()).toMatchObject({
      code: 0,
      stdout: 'intact: 20 entries, 1 checkpoints, 0 anchors\n',
    });
    const [row] = await world.rows<{ id: string }>(
      'select entry_id as id from audit.leaf where position = 7',
    );
    await world.tamper(`delete from audit.entry where id = '${row!.id}'`);
    const told = await verify();
    expect(told).toMatchObject({ code: 1 });
    expect(told.stdout).toBe(`removed: place 7, entry ${row!.id}: it was sealed, and the entry is gone\n`);
    const json = await verify('--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      intact: false,
      fault: { kind: 'removed', position: 7, entryId: row!.id },
    });
  }, 120_000);
});
