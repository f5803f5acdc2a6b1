import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobWorker } from '#src/foundation/jobs/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { type Role, ROLES } from '#src/trust/access/index.js';
import { until } from '../../startup/programs.js';
import type { Person } from '../../support/people.js';
import { type AuditWorld, createAuditWorld } from './audit.support.js';

interface Entry {
  id: string;
  at: string;
  position: number | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  isProtected: boolean;
}

describe('the log over REST', () => {
  let world: AuditWorld;
  let admin: Person;
  let custodian: Person;
  let counsel: Person;
  const record = randomUUID();
  const account = randomUUID();

  beforeAll(async () => {
    world = await createAuditWorld();
    [admin, custodian, counsel] = [
      await world.person(['admin']),
      await world.person(['custodian']),
      await world.person(['counsel']),
    ];
    const audit = world.app.get(AuditLog);
    await world.write(3);
    const by = { actorId: admin.id };
    await audit.note({ ...by, action: 'user.disabled', subjectKind: 'user_account', subjectId: account });
    await audit.note({
      ...by,
      action: 'testimony.read',
      subjectKind: 'testimony',
      subjectId: record,
      isProtected: true,
    });
    await audit.note({
      action: 'session.refused',
      subjectKind: 'user_account',
      subjectId: null,
      actorId: null,
    });
    await world.seal();
  });
  afterAll(() => world.close());

  const get = (person: Person, path: string) => world.anybody.get(`/api/v1${path}`).set(person.headers);
  const actions = async (person: Person, query = '') => {
    const { body } = await get(person, `/audit-entries${query}`).expect(200);
    return (body as { items: Entry[] }).items.map(({ action }) => action);
  };

  it('shows each role its part and nothing of the ordinary record', async () => {
    // Within one millisecond either may be the newer.
    expect((await actions(admin)).toSorted()).toEqual(['session.refused', 'user.disabled']);
    expect(await actions(custodian)).toEqual(['testimony.read']);
    expect(await actions(counsel)).toEqual(['testimony.read']);
  });

  it('is closed to every other role, and says so in the log', async () => {
    const others = ROLES.filter((role) => !['admin', 'custodian', 'counsel', 'public'].includes(role));
    const person = new Map<Role, Person>();
    for (const role of others) {
      person.set(role, await world.person([role]));
      for (const path of [
        '/audit-entries',
        '/audit-checkpoints',
        '/audit-checkpoints/latest',
        '/audit-alerts',
      ]) {
        const { body } = await get(person.get(role)!, path).expect(403);
        expect(body).toMatchObject({ code: 'FORBIDDEN' });
      }
    }
    await world.anybody.get('/api/v1/audit-entries').expect(401);
    await get(custodian, '/audit-alerts').expect(403);
    const clerk = person.get('clerk')!.id;
    expect(await actions(admin, `?actorId=${clerk}`)).toEqual(Array<string>(4).fill('access.refused'));
    // A key never reaches the log, whoever's it is.
    await world.anybody
      .get('/api/v1/audit-entries')
      .set('Authorization', await world.bearer('admin'))
      .expect(403);
  });

  it('is filtered and paged', async () => {
    expect(await actions(admin, `?subjectId=${account}`)).toEqual(['user.disabled']);
    expect(await actions(admin, '?action=user.disabled')).toEqual(['user.disabled']);
    expect(await actions(admin, '?action=user.disabled&at[lt]=2000-01-01T00:00:00Z')).toEqual([]);
    expect(await actions(admin, '?action=user.disabled&at[gte]=2000-01-01T00:00:00Z')).toHaveLength(1);
    const first = await get(admin, '/audit-entries?limit=1').set('Prefer', 'return=total-count').expect(200);
    const { next, total } = first.body as { next: string; total: number };
    expect(total).toBeGreaterThan(2);
    const second = await get(admin, `/audit-entries?limit=1&cursor=${next}`).expect(200);
    expect((second.body as { items: Entry[] }).items[0]?.id).not.toBe(
      (first.body as { items: Entry[] }).items[0]?.id,
    );
    await get(admin, '/audit-entries?subjectId=x').expect(400);
    await get(admin, '/audit-entries?at[gte]=yesterday').expect(400);
  });

  it('proves what it shows to whoever checks without us', async () => {
    const { body } = await get(admin, `/audit-entries?subjectId=${account}`).expect(200);
    const [entry] = (body as { items: Entry[] }).items;
    await world.write(300);
    await world.seal();
    const [first] = await world.rows<{ size: number }>('select min(size)::int as size from audit.checkpoint');
    const { body: latest } = await get(admin, '/audit-checkpoints/latest').expect(200);
    const { size, root } = (latest as { checkpoint: { size: number; root: string } }).checkpoint;
    const inclusion = await get(admin, `/audit-entries/${entry!.id}/inclusion-proof`).expect(200);
    expect(inclusion.body).toMatchObject({
      size,
      root,
      index: entry!.position,
      leaf: { action: 'user.disabled' },
    });
    const consistency = await get(admin, `/audit-checkpoints/consistency-proof?from=${first!.size}`).expect(
      200,
    );
    expect(consistency.body).toMatchObject({ from: first!.size, size, root });
    expect(checked(inclusion.body as object)).toBe('proved');
    expect(checked(consistency.body as object)).toBe('proved');
    expect(checked({ ...(inclusion.body as object), root: '00'.repeat(32) })).toBe('NOT proved');
    expect(checked({ ...(consistency.body as object), fromRoot: '00'.repeat(32) })).toBe('NOT proved');
  });

  it('refuses proofs of what was not, and hides other people’s entries', async () => {
    const { body } = await get(custodian, '/audit-entries').expect(200);
    const [hidden] = (body as { items: Entry[] }).items;
    for (const id of [hidden!.id, randomUUID()]) {
      const refused = await get(admin, `/audit-entries/${id}/inclusion-proof`).expect(404);
      expect(refused.body).toMatchObject({ code: 'AUDIT_ENTRY_NOT_FOUND' });
    }
    const path = `/audit-entries/${hidden!.id}/inclusion-proof`;
    expect((await get(custodian, `${path}?size=1000000`).expect(422)).body).toMatchObject({
      code: 'SIZE_OUT_OF_RANGE',
    });
    await get(custodian, `${path}?size=0`).expect(400);
    await get(custodian, '/audit-checkpoints/consistency-proof').expect(400);
    await get(custodian, '/audit-checkpoints/consistency-proof?from=5&to=4').expect(400);
    await get(custodian, '/audit-checkpoints/consistency-proof?from=1&to=1000000').expect(422);
    await world.app
      .get(AuditLog)
      .note({ action: 'user.enabled', subjectKind: 'user_account', subjectId: account, actorId: null });
    const { body: fresh } = await get(admin, '/audit-entries?action=user.enabled').expect(200);
    const [unsealed] = (fresh as { items: Entry[] }).items;
    expect(unsealed).toMatchObject({ position: null });
    const early = await get(admin, `/audit-entries/${unsealed!.id}/inclusion-proof`).expect(409);
    expect(early.body).toMatchObject({ code: 'NOT_SEALED' });
  });

  it('tells administrators what to look at, until one of them has', async () => {
    const audit = world.app.get(AuditLog);
    for (let i = 0; i < 20; i += 1)
      await audit.note({
        action: 'session.refused',
        subjectKind: 'user_account',
        subjectId: account,
        actorId: null,
      });
    await audit.note({
      action: 'user.roles_set',
      subjectKind: 'user_account',
      subjectId: account,
      actorId: admin.id,
    });
    await world.seal();
    const open = await get(admin, '/audit-alerts?status=open').expect(200);
    const { items } = open.body as { items: { id: string; code: string; about: string; times: number }[] };
    const ours = items.filter(({ about }) => about === `account:${account}`);
    expect(ours.map(({ code }) => code).toSorted()).toEqual(['MANY_REFUSALS', 'ROLE_CHANGED']);
    const { id } = ours[0]!;
    const path = `/api/v1/audit-alerts/${id}/acknowledgement`;
    for (let i = 0; i < 2; i += 1) {
      const done = await world.anybody.post(path).set(admin.headers).expect(200);
      expect(done.body).toMatchObject({ id, acknowledgedBy: admin.id });
    }
    await world.anybody.post(path).set(custodian.headers).expect(403);
    await world.anybody
      .post(`/api/v1/audit-alerts/${randomUUID()}/acknowledgement`)
      .set(admin.headers)
      .expect(404);
    const left = await get(admin, '/audit-alerts?status=open').expect(200);
    expect((left.body as { items: { id: string }[] }).items.map((alert) => alert.id)).not.toContain(id);
    expect(await actions(admin, '?action=audit_alert.acknowledged')).toHaveLength(2);
  });

  it('is verified as a job, which names what it finds and raises an alert', async () => {
    world.app.get(JobWorker).start();
    const verified = async (key: string) => {
      const asked = await world.anybody
        .post('/api/v1/audit-verifications')
        .set({ ...admin.headers, 'Idempotency-Key': key })
        .expect(202);
      const { jobId } = asked.body as { jobId: string };
      expect(asked.headers['location']).toBe(`/api/v1/jobs/${jobId}`);
      let job: { status?: string; result?: unknown } = {};
      await until(async () => {
        job = (await get(admin, `/jobs/${jobId}`)).body as typeof job;
        return ['done', 'failed'].includes(job.status ?? '');
      }, 'the verification to end');
      return { jobId, job };
    };
    await world.seal();
    const one = await verified('one');
    expect(one.job).toMatchObject({ status: 'done', result: { intact: true, fault: null } });
    expect((await verified('one')).jobId).toBe(one.jobId);
    await world.tamper(
      `update audit.entry set action = 'x.y' where id = (select entry_id from audit.leaf where position = 5)`,
    );
    expect((await verified('two')).job).toMatchObject({
      status: 'done',
      result: { intact: false, fault: 'changed', position: 5 },
    });
    const { body } = await get(admin, '/audit-alerts?status=open').expect(200);
    expect((body as { items: { code: string }[] }).items.map(({ code }) => code)).toContain('LOG_BROKEN');
    await world.anybody.post('/api/v1/audit-verifications').set(counsel.headers).expect(403);
  });

  it('refuses a reading that it cannot note, and not a refusal', async () => {
    const audit = world.app.get(AuditLog);
    // A kind that the database does not take stands for a database that takes nothing.
    const note = { action: 'a.b', subjectKind: null as unknown as string, subjectId: null, actorId: null };
    await expect(audit.note(note)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE', status: 503 });
    await expect(audit.noteRefusal(note)).resolves.toBeUndefined();
  });

  function checked(proof: object): string {
    const folder = mkdtempSync(join(tmpdir(), 'hearth-proof-'));
    try {
      const path = join(folder, 'proof.json');
      writeFileSync(path, JSON.stringify(proof));
      return execFileSync(process.execPath, ['docs/verify-proof.mjs', path], { encoding: 'utf8' }).trim();
    } catch (error) {
      return String((error as { stdout?: string }).stdout).trim();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});
