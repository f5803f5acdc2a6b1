import { createRequire } from 'node:module';
import pg from 'pg';

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js');

/**
 * How PostgreSQL carries out what a request sends, as the login and role that send it, and with the plan that a
 * statement ends up with after it has been run a few times.
 */
export async function explain(logins, steps) {
  const told = [];
  for (const { login, queries } of steps) {
    const client = new pg.Client({
      connectionString: login === 'hearth_public' ? logins.publicUrl : logins.appUrl,
    });
    await client.connect();
    try {
      for (const query of queries) told.push(...(await explainOne(client, query)));
    } finally {
      await client.end();
    }
  }
  return told.join('\n');
}

async function explainOne(client, { name, text, values }) {
  if (!/^\s*(select|with)\b/i.test(text) || /set_config/.test(text)) {
    await client.query({ text, values });
    return [];
  }
  const literals = values.map((value) => {
    const bare = prepareValue(value);
    if (bare === null || bare === undefined) return 'null';
    return client.escapeLiteral(Buffer.isBuffer(bare) ? `\\x${bare.toString('hex')}` : String(bare));
  });
  const run = literals.length > 0 ? `execute explained(${literals.join(', ')})` : 'execute explained';
  await client.query(`prepare explained as ${text}`);
  for (let i = 0; i < 6; i++) await client.query(run);
  const { rows } = await client.query(`explain (analyze, buffers) ${run}`);
  await client.query('deallocate explained');
  return [`-- ${name ?? 'unnamed'}`, text, '', ...rows.map((row) => row['QUERY PLAN']), ''];
}
