import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const run = promisify(execFile);

/** A house in small: what each file imports. Every right import here is silent, every wrong one names its rule. */
const HOUSE: Record<string, string[]> = {
  'src/foundation/common/index.ts': [],
  'src/foundation/database/connections/pools.ts': ['pg'],
  'src/foundation/common/upwards.ts': ['#src/trust/access/index.js'],
  'src/foundation/common/rooted.ts': ['#src/app.module.js'],
  'src/foundation/common/queries.ts': ['pg'],
  'src/foundation/jobs/queue.ts': ['pg-boss'],
  'src/holdings/files/queue.ts': ['pg-boss'],
  'src/trust/access/index.ts': ['#src/foundation/common/index.js'],
  'src/trust/access/inside.ts': [],
  'src/trust/access/sideways.ts': ['#src/trust/accounts/index.js'],
  'src/trust/accounts/index.ts': ['#src/trust/access/index.js'],
  'src/record/hearings/index.ts': ['#src/trust/access/index.js'],
  'src/record/hearings/hearing.entity.ts': ['./hearing.dto.js'],
  'src/record/hearings/hearing.dto.ts': [],
  'src/record/hearings/hearing.repository.ts': ['./hearing.service.js'],
  'src/record/hearings/hearing.service.ts': [],
  'src/record/hearings/hearing.controller.ts': ['./other.repository.js'],
  'src/record/hearings/other.repository.ts': [],
  'src/record/hearings/hearing.policy.ts': ['./hearing.service.js'],
  'src/record/hearings/backwards.ts': ['#src/record/testimony/index.js'],
  'src/record/hearings/tool.ts': ['supertest'],
  'src/record/testimony/index.ts': ['#src/record/hearings/index.js'],
  'src/record/testimony/burglar.ts': ['#src/trust/access/inside.js'],
  'src/record/testimony/round.ts': ['./about.js'],
  'src/record/testimony/about.ts': ['./round.js'],
  'src/doors/cli/main.ts': ['commander', '#src/app.module.js', '#src/record/hearings/index.js'],
  'src/doors/portal/main.ts': ['#src/doors/cli/main.js', 'commander', 'nunjucks'],
  'src/doors/cli/pages.ts': ['nunjucks'],
  'src/app.module.ts': ['#src/record/testimony/index.js'],
  'migrations/index.ts': ['#src/foundation/common/index.js'],
};

const EXPECTED = [
  'arrows-of-record-hearings: src/record/hearings/backwards.ts',
  'arrows-of-trust-access: src/trust/access/sideways.ts',
  'commander-in-the-cli: src/doors/portal/main.ts',
  'controllers-stay-thin: src/record/hearings/hearing.controller.ts',
  'doors-stand-apart: src/doors/portal/main.ts',
  'entities-know-no-dto: src/record/hearings/hearing.entity.ts',
  'migrations-stand-alone: migrations/index.ts',
  'no-circular: src/record/testimony/about.ts',
  'no-development-packages: src/record/hearings/tool.ts',
  'no-upward-from-foundation: src/foundation/common/upwards.ts',
  'nunjucks-in-the-portal: src/doors/cli/pages.ts',
  'pg-boss-in-the-jobs-room: src/holdings/files/queue.ts',
  'pg-in-the-database-room: src/foundation/common/queries.ts',
  'policies-are-pure: src/record/hearings/hearing.policy.ts',
  'repositories-know-no-service: src/record/hearings/hearing.repository.ts',
  'rooms-by-their-index: src/record/testimony/burglar.ts',
  'rooms-know-no-root: src/foundation/common/rooted.ts',
];

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'hearth-boundaries-'));
  for (const [path, imports] of Object.entries(HOUSE)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    const lines = imports.map((specifier, at) => `import * as it${at} from '${specifier}';\nvoid it${at};`);
    writeFileSync(join(house, path), `${lines.join('\n')}\nexport const here = '${path}';\n`);
  }
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) {
    writeFileSync(join(house, file), readFileSync(file));
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(house, 'node_modules'));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

async function violations(): Promise<string[]> {
  const cruiser = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, 'src', 'migrations', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  // It exits with the number of errors.
  const { stdout } = await run(process.execPath, args, { cwd: house, maxBuffer: 2 ** 26 }).catch(
    (error: { stdout: string }) => error,
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string; severity: string } }[] };
  };
  return summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ from, rule }) => `${rule.name}: ${from}`)
    .toSorted();
}

describe('the import rules', () => {
  it('name every wrong import, and no right one', async () => {
    expect([...new Set(await violations())]).toEqual(EXPECTED);
  });
});
