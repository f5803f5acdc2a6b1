import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { HearthConfig } from '#src/foundation/config/index.js';
import { withRole } from '#src/foundation/database/index.js';
import { Sealer, type Verdict, verifyLog } from '#src/trust/audit/index.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { withClient } from '../../support/test-database.js';

export interface AuditWorld extends TestApp {
  readonly sealer: Sealer;
  readonly anchorFile: string;
  /** Writes entries as the application's writers do, each in a transaction of its own. */
  write(count: number, action?: string): Promise<void>;
  /** As a superuser who keeps the triggers quiet: what nobody should be able to do, and somebody might. */
  tamper(...statements: string[]): Promise<void>;
  rows<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  verify(): Promise<Verdict>;
}

/** An application whose sealer is turned by hand, with an anchor file of its own. */
export async function createAuditWorld(settings: Partial<HearthConfig> = {}): Promise<AuditWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-audit-'));
  const anchorFile = join(folder, 'anchors.jsonl');
  const hearth = await createTestApp({ anchors: { file: anchorFile, everySeconds: 1 }, ...settings });
  const admin = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    let result: T;
    return withClient(hearth.database.adminUrl, async (client) => {
      result = await work(client);
    }).then(() => result);
  };
  return {
    ...hearth,
    sealer: hearth.app.get(Sealer),
    anchorFile,
    write: (count, action = 'zone.updated') =>
      admin(async (client) => {
        for (let i = 0; i < count; i += 1) {
          await client.query(
            `insert into audit.entry (actor_id, action, subject_kind, subject_id, request_id, details)
             values (gen_random_uuid(), $1, 'zone', gen_random_uuid(), 'none', jsonb_build_object('n', $2::int, 'codes', '["a","b"]'::jsonb))`,
            [action, i],
          );
        }
      }),
    tamper: (...statements) =>
      admin(async (client) => {
        await client.query('set session_replication_role = replica');
        for (const statement of statements) await client.query(statement);
      }),
    rows: <T extends object>(text: string, values: unknown[] = []) =>
      admin(async (client) => (await client.query(text, values)).rows as T[]),
    verify: () =>
      withRole(hearth.database.logins.appUrl, { role: 'hearth_sealer', isSnapshot: true }, (query) =>
        verifyLog(query, { anchorFile }),
      ),
    close: async () => {
      await hearth.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
