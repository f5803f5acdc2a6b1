import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { HearthConfig } from '#src/foundation/config/index.js';
import { withRole } from '#src/foundation/database/index.js';
import { Sealer, type Verdict, verifyLog } from '#src/trust/audit/index.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

export interface AuditWorld extends TestApp {
  readonly sealer: Sealer;
  readonly anchorFile: string;
  /** Writes entries as the application's writers do, each in a transaction of its own. */
  write(count: number, action?: string): Promise<void>;
  /** As a superuser who keeps the triggers quiet: what nobody should be able to do, and somebody might. */
  tamper(...statements: string[]): Promise<void>;
  rows<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  verify(): Promise<Verdict>;
  /** Waits until nothing that runs elsewhere in the cluster holds up what is written. */
  settled(): Promise<void>;
  /** Ends the application as a stop of the server does; the database stays. */
  stop(): Promise<void>;
  /** Seals what is written, once it is settled. */
  seal(limit?: number): Promise<number>;
}

/** An application whose sealer is turned by hand, with an anchor file of its own. */
export async function createAuditWorld(settings: Partial<HearthConfig> = {}): Promise<AuditWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-audit-'));
  const anchorFile = join(folder, 'anchors.jsonl');
  const hearth = await createTestApp({ anchors: { file: anchorFile, everySeconds: 1 }, ...settings });
  const client = new pg.Client({ connectionString: hearth.database.adminUrl });
  await client.connect();
  const settled = async () => {
    for (;;) {
      const { rows } = await client.query<{ is_held: boolean }>(
        `select exists (select from audit.entry e where e.xid >= pg_snapshot_xmin(s.now) and e.xid < pg_snapshot_xmax(s.now)) as is_held
           from (select pg_current_snapshot() as now) s`,
      );
      if (!rows[0]!.is_held) return;
      await setTimeout(10);
    }
  };
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= hearth.app.close());
  return {
    ...hearth,
    sealer: hearth.app.get(Sealer),
    anchorFile,
    write: async (count, action = 'zone.updated') => {
      for (let i = 0; i < count; i += 1) {
        await client.query(
          `insert into audit.entry (actor_id, action, subject_kind, subject_id, request_id, details)
             values (gen_random_uuid(), $1, 'zone', gen_random_uuid(), 'none', jsonb_build_object('n', $2::int, 'codes', '["a","b"]'::jsonb))`,
          [action, i],
        );
      }
    },
    tamper: async (...statements) => {
      await client.query('set session_replication_role = replica');
      for (const statement of statements) await client.query(statement);
      await client.query('set session_replication_role = origin');
    },
    rows: async <T extends object>(text: string, values: unknown[] = []) =>
      (await client.query(text, values)).rows as T[],
    settled,
    stop,
    seal: async (limit) => {
      await settled();
      return hearth.app.get(Sealer).seal(limit);
    },
    verify: () =>
      withRole(hearth.database.logins.appUrl, { role: 'hearth_sealer', isSnapshot: true }, (query) =>
        verifyLog(query, { anchorFile }),
      ),
    close: async () => {
      await client.end();
      await stop();
      await hearth.database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
