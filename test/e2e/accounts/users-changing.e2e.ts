import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { revisionIn } from '../../support/test-app.js';
import { admin, administer, get, hearth, invite, patch, rows, someone, USERS } from './users.support.js';

administer();

describe('a user', () => {
  describe('changing one', () => {
    it('asks for its revision', async () => {
      const ada = await hearth.person(['clerk']);
      const { headers } = await get(ada.id).expect(200);
      const tag = headers['etag'] as string;
      const missing = await hearth.anybody
        .patch(`${USERS}/${ada.id}`)
        .set(admin.headers)
        .send({ name: 'A' })
        .expect(428);
      expect(missing.body.code).toBe('IF_MATCH_REQUIRED');
      const changed = await patch(ada.id, { name: 'Ada', language: 'es' }, admin, tag).expect(200);
      expect(changed.body).toMatchObject({ name: 'Ada', language: 'es' });
      expect(revisionIn(changed.get('ETag'))).not.toBe(revisionIn(tag));
      const stale = await patch(ada.id, { name: 'Eve' }, admin, tag).expect(412);
      expect(stale.body.code).toBe('STALE');
      expect(revisionIn(stale.get('ETag'))).toBe(revisionIn(changed.get('ETag')));
    });

    it('tells a clerk who administers whose change came before', async () => {
      const both = await hearth.person(['admin', 'clerk']);
      const ada = await hearth.person(['clerk']);
      await patch(ada.id, { language: 'es' }).expect(200);
      const stale = await patch(ada.id, { name: 'Eve' }, both, `"${randomUUID()}"`).expect(412);
      expect(stale.body.errors).toMatchObject([{ pointer: '/language', code: 'CHANGED' }]);
      expect(stale.body.errors[0].detail).toContain('Grace');
    });

    it('lets one of two at once through', async () => {
      const ada = await hearth.person(['clerk']);
      const tag = (await get(ada.id)).get('ETag') ?? '';
      const answers = await Promise.all(['A', 'B'].map((name) => patch(ada.id, { name }, admin, tag)));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    });

    it('moves an address, and closes what was mailed to the old one', async () => {
      const made = await invite(someone()).expect(201);
      const taken = await patch(made.body.id, { email: admin.email }).expect(409);
      expect(taken.body.code).toBe('EMAIL_TAKEN');
      const { email } = someone();
      expect((await patch(made.body.id, { email }).expect(200)).body.email).toBe(email);
      const open = await rows('select from account_token where account_id = $1 and used_at is null', [
        made.body.id,
      ]);
      expect(open).toHaveLength(0);
    });

    it('leaves the address of whoever is trusted, or may soon be, as it is', async () => {
      const custodian = await hearth.person(['custodian']);
      const soon = await invite({ ...someone(), roles: ['counsel'] }).expect(201);
      for (const id of [custodian.id, soon.body.id as string]) {
        const refused = await patch(id, { email: someone().email }).expect(409);
        expect(refused.body.code).toBe('ADDRESS_HELD');
        // Another spelling is no other address.
        const row = await get(id);
        await patch(id, { email: (row.body.email as string).toUpperCase() }).expect(200);
      }
    });
  });

  describe('disabling', () => {
    const keyFor = async (id: string): Promise<string> => {
      const { formatKey, hashOf, newKey } = await import('#src/trust/accounts/index.js');
      const key = newKey();
      await rows(`insert into api_key (actor_id, prefix, secret_hash, name) values ($1, $2, $3, 'a key')`, [
        id,
        key.prefix,
        hashOf(key),
      ]);
      return `Bearer ${formatKey(key)}`;
    };

    it('ends sessions, links and keys at once; enabling gives the keys back and no session', async () => {
      const ada = await hearth.person(['clerk']);
      const Authorization = await keyFor(ada.id);
      const byKey = () => hearth.anybody.get('/api/v1/hearings').set({ Authorization });
      await byKey().expect(200);
      await get('me', ada).expect(200);
      const off = await patch(ada.id, { status: 'disabled' }).expect(200);
      expect(off.body.status).toBe('disabled');
      await get('me', ada).expect(401);
      expect((await byKey().expect(401)).body.code).toBe('KEY_INVALID');
      const signIn = { email: ada.email, password: ada.password };
      await hearth.anybody.post('/api/v1/sessions').send(signIn).expect(401);
      const on = await patch(ada.id, { status: 'active' }).expect(200);
      expect(on.body.status).toBe('active');
      await get('me', ada).expect(401);
      await byKey().expect(200);
      await hearth.anybody.post('/api/v1/sessions').send(signIn).expect(201);
    });

    it('takes an invitation back, and enabling waits for it again', async () => {
      const made = await invite(someone()).expect(201);
      const early = await patch(made.body.id, { status: 'active' }).expect(409);
      expect(early.body.code).toBe('NOT_ACCEPTED');
      await patch(made.body.id, { status: 'disabled' }).expect(200);
      const open = await rows('select from account_token where account_id = $1 and used_at is null', [
        made.body.id,
      ]);
      expect(open).toHaveLength(0);
      expect((await patch(made.body.id, { status: 'active' }).expect(200)).body.status).toBe('invited');
    });

    it('takes no word for active', async () => {
      const refused = await patch(admin.id, { status: 'invited' }).expect(400);
      expect(refused.body.errors).toMatchObject([{ pointer: '/status', code: 'NOT_A_CHOICE' }]);
    });
  });

  it('are signed out everywhere', async () => {
    const ada = await hearth.person(['clerk']);
    await get('me', ada).expect(200);
    await hearth.anybody.delete(`${USERS}/${ada.id}/sessions`).set(admin.headers).expect(204);
    await get('me', ada).expect(401);
    const log = await rows('select details from audit.entry where subject_id = $1', [ada.id]);
    expect(log).toEqual([{ details: { count: 1 } }]);
  });
});
