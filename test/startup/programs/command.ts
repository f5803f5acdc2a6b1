import { Client } from 'pg';
import { MIGRATIONS } from '#migrations/index.js';
import { loadConfig } from '#src/foundation/config/index.js';
import { reachDatabase } from '#src/foundation/database/embedded/index.js';

/** One command of the command line, in little: whose database it reaches, and whether it answers. */
const say = (line: string) => process.stderr.write(`${line}\n`);
const database = await reachDatabase(loadConfig(process.env), MIGRATIONS, say);
const client = new Client(database.ownerUrl);
await client.connect();
const { rows } = await client.query<{ count: string }>('select count(*) from migration');
await client.end();
await database.close();
process.stdout.write(
  `${JSON.stringify({ serverUrl: database.serverUrl, migrations: Number(rows[0]?.count) })}\n`,
);
