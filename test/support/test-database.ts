import pg from 'pg';
import { type DatabaseLogins, loginsOf, migrate } from '#src/foundation/database/index.js';
import { MIGRATIONS } from '#migrations/index.js';

export interface TestDatabase {
  readonly name: string;
  /** hearth_owner: owns the schema, is subject to row-level security. */
  readonly ownerUrl: string;
  /** The superuser: for looking behind the policies and for filling tables. */
  readonly adminUrl: string;
  readonly logins: DatabaseLogins;
  drop(): Promise<void>;
}

const TEMPLATE = 'hearth_template';
const OWNER_PASSWORD = 'owner of the test databases';

/** A migrated database of its own for one suite, copied from a template that the first suite makes. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = adminServerUrl();
  const name = `hearth_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await withClient(admin, async (client) => {
    await client.query('select pg_advisory_lock(1)');
    await ensureTemplate(client);
    await client.query(`create database ${name} template ${TEMPLATE} owner hearth_owner`);
    await client.query(
      `revoke temporary, create on database ${name} from public; grant connect on database ${name} to hearth_app, hearth_public`,
    );
  });
  const ownerUrl = urlOf(name, 'hearth_owner', OWNER_PASSWORD);
  return {
    name,
    ownerUrl,
    adminUrl: urlOf(name),
    logins: loginsOf(ownerUrl),
    drop: () =>
      withClient(
        admin,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

/** An empty database, not migrated. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const admin = adminServerUrl();
  const name = `hearth_empty_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await withClient(admin, async (client) => {
    await client.query('select pg_advisory_lock(1)');
    await ensureOwner(client);
    await client.query(`create database ${name} owner hearth_owner`);
  });
  const ownerUrl = urlOf(name, 'hearth_owner', OWNER_PASSWORD);
  return {
    name,
    ownerUrl,
    adminUrl: urlOf(name),
    logins: loginsOf(ownerUrl),
    drop: () =>
      withClient(
        admin,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

async function ensureTemplate(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [
    TEMPLATE,
  ]);
  if (rowCount) return;
  await ensureOwner(client);
  await client.query(`drop database if exists ${TEMPLATE} with (force)`);
  await client.query(`create database ${TEMPLATE} owner hearth_owner`);
  await migrate(urlOf(TEMPLATE, 'hearth_owner', OWNER_PASSWORD), MIGRATIONS);
  await client.query(`alter database ${TEMPLATE} is_template true`);
}

async function ensureOwner(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = 'hearth_owner'");
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role hearth_owner login createrole password '${OWNER_PASSWORD}'`);
}

function adminServerUrl(): string {
  const url = process.env['HEARTH_TEST_ADMIN_URL'];
  if (!url) throw new Error('No test cluster: HEARTH_TEST_ADMIN_URL is not set (HEARTH_TEST_DB=none?)');
  return url;
}

function urlOf(database: string, user?: string, password?: string): string {
  const url = new URL(adminServerUrl());
  url.pathname = `/${database}`;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.toString();
}

export async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** One statement behind the policies. */
export async function queryAsAdmin(
  { adminUrl }: TestDatabase,
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  let rows: Record<string, unknown>[] = [];
  await withClient(adminUrl, async (client) => {
    ({ rows } = await client.query(text, [...values]));
  });
  return rows;
}
