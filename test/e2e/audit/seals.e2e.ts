import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inRole } from '#src/foundation/database/index.js';
import { sealBatch } from '#src/trust/audit/seal/seal-batch.js';
import { type AuditWorld, createAuditWorld } from './audit.support.js';

const INSERT = `insert into audit.entry (actor_id, action, subject_kind, subject_id)
                values (gen_random_uuid(), $1, 'zone', gen_random_uuid())`;

describe('the seals of the log', () => {
  let world: AuditWorld;
  beforeAll(async () => {
    world = await createAuditWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => void (await world.seal()));

  const sizes = async () => {
    const [row] = await world.rows<{ entries: number; leaves: number; size: number }>(
      `select (select count(*)::int from audit.entry) as entries, (select count(*)::int from audit.leaf) as leaves,
              (select max(size)::int from audit.checkpoint) as size`,
    );
    return row!;
  };

  it('cover what was written, and do nothing where nothing was', async () => {
    await world.write(300);
    expect(await world.sealer.backlog()).toMatchObject({ count: 300 });
    expect(await world.seal()).toBe(300);
    expect(await sizes()).toMatchObject({ leaves: (await sizes()).entries, size: (await sizes()).entries });
    expect(await world.seal()).toBe(0);
    expect(await world.sealer.backlog()).toEqual({ count: 0, oldestAt: null, oldestSeconds: 0 });
    expect(await world.verify()).toMatchObject({ fault: null });
  });

  it('go on in batches, and through one large transaction', async () => {
    await world.rows(
      `insert into audit.entry (actor_id, action, subject_kind, subject_id)
       select gen_random_uuid(), 'bulk.made', 'zone', gen_random_uuid() from generate_series(1, 700)`,
    );
    expect(await world.seal(100)).toBe(700);
    expect(await world.verify()).toMatchObject({ fault: null });
  });

  it('wait for a long transaction, lose nothing and keep the order', async () => {
    const long = new pg.Client({ connectionString: world.database.adminUrl });
    await long.connect();
    try {
      await long.query('begin');
      await long.query(INSERT, ['long.first']);
      await world.write(5, 'short.after');
      expect(await world.sealer.seal()).toBe(0);
      expect(await world.sealer.backlog()).toMatchObject({ count: 5 });
      await long.query(INSERT, ['long.last']);
      await long.query('commit');
    } finally {
      await long.end();
    }
    expect(await world.seal()).toBe(7);
    const order = await world.rows<{ action: string }>(
      'select e.action from audit.leaf l join audit.entry e on e.id = l.entry_id order by l.position desc limit 7',
    );
    expect(order.map(({ action }) => action).toReversed()).toEqual([
      'long.first',
      'long.last',
      ...Array<string>(5).fill('short.after'),
    ]);
    expect(await world.verify()).toMatchObject({ fault: null, backlog: { count: 0 } });
  });

  it('are made by one process at a time: no entry twice, none left out', async () => {
    const other = new pg.Pool({ connectionString: world.database.logins.appUrl, max: 4 });
    try {
      for (let round = 0; round < 5; round += 1) {
        await world.write(40);
        const role = { role: 'hearth_sealer' } as const;
        await Promise.all([
          world.seal(7),
          ...[1, 2, 3].map(() => inRole(other, role, (query) => sealBatch(query, undefined, 7))),
        ]);
      }
      await world.seal();
    } finally {
      await other.end();
    }
    const { entries, leaves, size } = await sizes();
    expect([leaves, size]).toEqual([entries, entries]);
    expect(await world.verify()).toMatchObject({ fault: null });
  });

  it('are whole or not made where the sealer is killed between', async () => {
    await world.write(3);
    const killed = new pg.Client({ connectionString: world.database.logins.appUrl });
    killed.on('error', () => undefined);
    await killed.connect();
    await world.settled();
    await killed.query('begin; set local role hearth_sealer');
    const made = await sealBatch(
      async (text, values) => (await killed.query(text, values as unknown[])).rows,
    );
    expect(made?.entries).toHaveLength(3);
    // Meanwhile nobody else seals; then its connection is cut before it commits.
    expect(await world.sealer.seal()).toBe(0);
    const [{ pid }] = (await killed.query('select pg_backend_pid() as pid')).rows as [{ pid: number }];
    await world.rows('select pg_terminate_backend($1, 10000)', [pid]);
    await killed.end().catch(() => undefined);
    expect(await world.seal()).toBe(3);
    expect(await world.verify()).toMatchObject({ fault: null });
  });

  it('go on after a restore into a cluster that counts transactions from anew', async () => {
    await world.write(4);
    // As it looks then: what is there was written by transactions yet to come, some of it not yet sealed.
    await world.tamper(`update audit.entry set xid = (xid::text::bigint + 1000000)::text::xid8`);
    await world.tamper(`update audit.checkpoint set upto = (upto::text::bigint + 1000000)::text::xid8`);
    await world.write(2);
    expect(await world.seal(4)).toBe(6);
    await world.write(2);
    expect(await world.seal()).toBe(2);
    const { entries, leaves } = await sizes();
    expect(leaves).toBe(entries);
  });
});

describe('the database', () => {
  let world: AuditWorld;
  beforeAll(async () => {
    world = await createAuditWorld();
    await world.write(3);
    await world.seal();
  });
  afterAll(() => world.close());

  const TABLES = ['entry', 'leaf', 'subtree', 'checkpoint'];
  const COLUMN: Record<string, string> = {
    entry: 'action',
    leaf: 'hash',
    subtree: 'hash',
    checkpoint: 'root',
  };

  it('lets no role of the program change, remove or empty anything of the log', async () => {
    const roles = (
      await world.rows<{ rolname: string }>(`select rolname from pg_roles where rolname ~ '^hearth_'`)
    ).map(({ rolname }) => rolname);
    expect(roles).toEqual(
      expect.arrayContaining(['hearth_app', 'hearth_sealer', 'hearth_auditor', 'hearth_owner']),
    );
    const admin = new pg.Client({ connectionString: world.database.adminUrl });
    await admin.connect();
    const permitted: string[] = [];
    try {
      for (const role of [...roles, 'postgres']) {
        for (const table of TABLES) {
          for (const statement of [
            `update audit.${table} set ${COLUMN[table]} = ${COLUMN[table]}`,
            `delete from audit.${table}`,
            `truncate audit.${table}`,
          ]) {
            await admin.query('begin');
            await admin.query(`set local role ${role}`);
            const code = await admin.query(statement).then(
              ({ rowCount }) => (rowCount === 0 ? 'no row' : 'done'),
              (error: { code: string }) => error.code,
            );
            await admin.query('rollback');
            if (code !== '42501' && !(table === 'subtree' && code === 'no row'))
              permitted.push(`${role}: ${statement}: ${code}`);
          }
        }
      }
    } finally {
      await admin.end();
    }
    expect(permitted).toEqual([]);
  });

  it('lets the log be read by those who seal and show it, and by no other role', async () => {
    const readers = await world.rows<{ reader: string }>(
      `select format('%s %s', r.rolname, c.relname) as reader
         from pg_roles r, pg_class c
        where r.rolname ~ '^hearth_' and c.relnamespace = 'audit'::regnamespace and c.relkind = 'r'
          and r.oid <> c.relowner and has_any_column_privilege(r.oid, c.oid, 'select') order by 1`,
    );
    expect(readers.map(({ reader }) => reader)).toEqual(
      ['hearth_auditor', 'hearth_sealer'].flatMap((role) =>
        ['alert', 'checkpoint', 'entry', 'leaf', 'subtree'].map((table) => `${role} ${table}`),
      ),
    );
  });

  it('notes what is no write, in nobody’s role but the login’s', async () => {
    const id = randomUUID();
    await expect(
      inRoleOf('hearth_staff', `select audit.note(null, 'a.b', 'account', '${id}', null, '{}', false)`),
    ).rejects.toMatchObject({ code: '42501' });
  });

  async function inRoleOf(role: string, statement: string): Promise<unknown> {
    const client = new pg.Client({ connectionString: world.database.logins.appUrl });
    await client.connect();
    try {
      await client.query(`begin; set local role ${role}`);
      return await client.query(statement);
    } finally {
      await client.end();
    }
  }
});
