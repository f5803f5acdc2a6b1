import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { AppModule } from '#src/app.module.js';
import { configureHttp } from '#src/foundation/common/index.js';
import { type HearthConfig, loadConfig } from '#src/foundation/config/index.js';
import { observeHttp } from '#src/foundation/observability/index.js';
import type { Role, Scope } from '#src/trust/access/index.js';
import { KeyRegister, useSessions } from '#src/trust/accounts/index.js';
import { watchContract } from './contract/contract.js';
import { mailsTo, type ReceivedMail } from './mailbox.js';
import { type Person, type PersonWish, signIn } from './people.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  /** Requests as the public. */
  readonly anybody: ReturnType<typeof supertest>;
  /** A fresh key for a role, as the value of an `Authorization` header. */
  bearer(role: Role, scopes?: Scope[]): Promise<string>;
  /** Somebody with these roles, signed in whole (what a second factor would have proved is taken for proved). */
  person(roles: Role[], wish?: PersonWish): Promise<Person>;
  /** What was mailed to an address, oldest first. */
  mailsTo(address: string): Promise<ReceivedMail[]>;
  close(): Promise<void>;
}

/** The whole application over a database of its own, without a port. */
export async function createTestApp(
  settings: Partial<HearthConfig> = {},
  { database: given, secret = randomBytes(32) }: { database?: TestDatabase; secret?: Buffer } = {},
): Promise<TestApp> {
  const database = given ?? (await createTestDatabase());
  const dataDir = join(tmpdir(), `hearth-test-${randomBytes(6).toString('hex')}`);
  const config: HearthConfig = {
    ...loadConfig({ RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'silent' }),
    dataDir,
    ...settings,
  };
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot({ config, logins: database.logins, secret }),
    { logger: ['error'], bodyParser: false },
  );
  const complaints = new Set<string>();
  watchContract(app, complaints);
  observeHttp(app);
  configureHttp(app, config);
  useSessions(app);
  await app.init();
  const keys = new KeyRegister(database.ownerUrl);
  return {
    app,
    database,
    anybody: supertest(app.getHttpServer()),
    bearer: async (role, scopes = []) =>
      `Bearer ${await keys.create({ name: `test ${role}`, role, scopes, expiresAt: null })}`,
    person: (roles, wish) => signIn(app, database, roles, wish),
    mailsTo: (address) => mailsTo(app, address),
    close: async () => {
      await app.close();
      // A second process on a database leaves it to the first.
      if (!given) await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
      if (complaints.size > 0) throw new Error(`Answered, but not described:\n${[...complaints].join('\n')}`);
    },
  };
}

/** The record's part of a tag: what is behind the dot tells how it was shown. */
export function revisionIn(etag: string | undefined): string | undefined {
  return etag?.replaceAll('"', '').split('.')[0];
}
