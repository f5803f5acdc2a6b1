import pg from 'pg';
import { inRole } from '#src/foundation/database/index.js';
import { appendAnchor } from '#src/trust/audit/seal/anchor-file.js';
import { BATCH, sealBatch } from '#src/trust/audit/seal/seal-batch.js';

/** Entries as they are after some years: small transactions, a few hundred kinds of acts. */
const ENTRIES = `
  insert into audit.entry (at, xid, actor_id, action, subject_kind, subject_id, request_id, details)
  select '2026-01-01'::timestamptz + i * interval '1 second', (3 + i / 5000)::text::xid8,
         md5('actor' || i % 40)::uuid, 'thing' || i % 20 || '.' || (array['created', 'updated', 'noticed'])[1 + i % 3],
         'thing' || i % 20, md5('subject' || i / 7)::uuid, md5('request' || i)::uuid::text,
         jsonb_build_object('fields', jsonb_build_array('title', 'startsAt'), 'count', i % 100)
    from generate_series(0, $1::int - 1) i`;

/** Fills the log and seals it by the sealer's own code; answers how long each took, in seconds. */
export async function fillLog({ adminUrl, appUrl }, rows, anchorFile) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const filling = performance.now();
  await admin.query('set session_replication_role = replica');
  await admin.query(ENTRIES, [rows]);
  await admin.query('vacuum analyze audit.entry');
  const sealing = performance.now();
  const pool = new pg.Pool({ connectionString: appUrl, max: 1 });
  let edge;
  let isFull = true;
  while (isFull) {
    const batch = await inRole(pool, { role: 'hearth_sealer' }, (query) => sealBatch(query, edge, BATCH));
    if (!batch) break;
    ({ edge, isFull } = batch);
    const { size, root, hash, at } = batch.checkpoint;
    await appendAnchor(anchorFile, { size, root: root.toString('hex'), hash: hash.toString('hex'), at });
  }
  await pool.end();
  const end = performance.now();
  await admin.query('vacuum analyze audit.leaf');
  await admin.end();
  if (edge?.size !== rows) throw new Error(`${edge?.size} of ${rows} entries were sealed`);
  return { filled: (sealing - filling) / 1000, sealed: (end - sealing) / 1000 };
}
