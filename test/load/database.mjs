import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#src/foundation/database/embedded/index.js';
import { loginsOf, migrate } from '#src/foundation/database/index.js';
import { MIGRATIONS } from '#migrations/index.js';
import { fill } from './fill/fill.mjs';
import { root } from './programs.mjs';

/**
 * The filled database: our own PostgreSQL with the settings it is shipped with, but not durable (nothing that is
 * measured on it writes). The pages that are read lie in memory, as on a machine with enough of it.
 */
export async function openFilled({ size, dataDir }, say) {
  const keep = dataDir !== undefined;
  const folder = keep ? dataDir : temporaryFolder();
  if (keep) mkdirSync(folder, { recursive: true, mode: 0o755 });
  const mark = join(folder, 'filled');
  const stamp = stampOf(size);
  if (existsSync(mark) && readFileSync(mark, 'utf8') !== stamp) {
    throw new Error(`${folder} was filled for another schema or size. Remove it, or choose another folder.`);
  }
  const server = await startEmbeddedPostgres({ dataDir: folder, say, durable: false });
  const adminUrl = new URL(server.adminUrl);
  adminUrl.pathname = '/hearth';
  const database = {
    ownerUrl: server.ownerUrl,
    adminUrl: adminUrl.href,
    logins: loginsOf(server.ownerUrl),
    close: async () => {
      await server.stop();
      if (!keep) removeFolder(folder);
    },
  };
  try {
    if (!existsSync(mark)) {
      await migrate(server.ownerUrl, MIGRATIONS);
      await fill(database.adminUrl, size, say);
      writeFileSync(mark, stamp);
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

export function temporaryFolder() {
  return mkdtempSync(join(tmpdir(), 'hearth-bench-'));
}

export function removeFolder(folder) {
  const cluster = join(folder, 'postgres');
  const elsewhere = existsSync(cluster) ? realpathSync(cluster) : cluster;
  rmSync(elsewhere, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function stampOf(size) {
  const hash = createHash('sha256').update(JSON.stringify(size));
  for (const folder of ['migrations', 'test/load/fill']) {
    for (const name of readdirSync(join(root, folder)).toSorted())
      hash.update(readFileSync(join(root, folder, name)));
  }
  return hash.digest('hex');
}
