import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AppModule } from '#src/app.module.js';
import { loadConfig } from '#src/foundation/config/index.js';
import { importing, type ImportOptions, type ImportReport } from '#src/record/testimony/index.js';
import { actAs } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const { HearingExport, HearingImport, HearingImportModule, problemsOf, readHearingFolder } =
  await importing();

class RootModule {}

/** What is imported into and exported from, without HTTP. */
export interface Archive {
  readonly database: TestDatabase;
  readonly services: INestApplicationContext;
  readonly admin: pg.Client;
  take(path: string, options?: ImportOptions): Promise<ImportReport>;
  give(hearing: string, path: string): Promise<unknown>;
  rows<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  count(table: string): Promise<number>;
  close(): Promise<void>;
}

export async function openArchive(): Promise<Archive> {
  const database = await createTestDatabase();
  const settings = { config: loadConfig({}), logins: database.logins, secret: randomBytes(32) };
  const services = await NestFactory.createApplicationContext(
    { module: RootModule, imports: [AppModule.forRoot(settings), HearingImportModule] },
    { logger: ['error'] },
  );
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const rows: Archive['rows'] = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await admin.query<T>(text, values)).rows;
  return {
    database,
    services,
    admin,
    take: (path, options = {}) =>
      actAs(OPERATOR, async () => services.get(HearingImport).run(await readHearingFolder(path), options)),
    give: (hearing, path) => actAs(OPERATOR, () => services.get(HearingExport).run(hearing, path)),
    rows,
    count: async (table) =>
      (await rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1,
    close: async () => {
      await services.close();
      await admin.end();
      await database.drop();
    },
  };
}

export async function fails(
  work: Promise<unknown>,
): Promise<{ code?: string; problems: readonly { code: string; file?: string; line: number }[] }> {
  const error = await work.then(
    () => ({}),
    (reason: unknown) => reason as Error,
  );
  return { code: (error as { code?: string }).code ?? 'none', problems: problemsOf(error) };
}
