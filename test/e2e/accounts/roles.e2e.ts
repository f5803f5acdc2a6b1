import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Person } from '../../support/people.js';
import {
  ada,
  administerTogether,
  ask,
  bob,
  decide,
  get,
  hearth,
  logOf,
  open,
  owner,
  REQUESTS,
  set,
  USERS,
} from './roles.support.js';

const OUTCOMES = ['confirmed', 'refused', 'withdrawn'] as const;

administerTogether();

describe('roles', () => {
  describe('set anew', () => {
    it('give what is ordinary, ask for what is sensitive, take the rest', async () => {
      const eve = await hearth.person(['chair', 'commissioner']);
      const answer = await set(eve.id, ['clerk', 'commissioner', 'counsel']).expect(200);
      expect(answer.body).toMatchObject({ roles: ['clerk', 'commissioner'], requestedRoles: ['counsel'] });
      expect((await get(eve.id)).body).toEqual(answer.body);
      expect(await logOf(eve.id)).toEqual([
        {
          action: 'user.roles_set',
          actor_id: ada.id,
          details: { given: ['clerk'], asked: ['counsel'], taken: ['chair'], withdrawn: [] },
        },
      ]);
      const again = await set(eve.id, ['clerk', 'commissioner', 'counsel'], bob).expect(200);
      expect(again.body).toEqual(answer.body);
      const none = await set(eve.id, []).expect(200);
      expect(none.body).toMatchObject({ roles: [], requestedRoles: [] });
    });

    it.each([
      [['admin', 'clerk', 'custodian']],
      [['chair', 'admin']],
      [['privacy_reviewer', 'custodian']],
      [['admin', 'commissioner', 'intake']],
    ])('refuse %j together', async (roles) => {
      const eve = await hearth.person(['clerk']);
      const refused = await set(eve.id, roles).expect(422);
      expect(refused.body.code).toBe('ROLES_CONFLICT');
      const { errors } = refused.body as { errors: { pointer: string }[] };
      expect(errors.map(({ pointer }) => pointer)).toEqual(errors.map(() => '/roles'));
      expect((await get(eve.id)).body.roles).toEqual(['clerk']);
    });

    it.each([
      [['public'], 'NOT_A_CHOICE'],
      [['root'], 'NOT_A_CHOICE'],
      ['clerk', 'TYPE'],
      [null, 'REQUIRED'],
    ])('refuse %j', async (roles, code) => {
      const refused = await set(ada.id, roles).expect(400);
      expect(refused.body.errors).toMatchObject([{ pointer: '/roles', code }]);
    });

    it('ask for the revision, and let one of two at once through', async () => {
      const eve = await hearth.person(['clerk']);
      const path = `${USERS}/${eve.id}/roles`;
      await hearth.anybody.put(path).set(ada.headers).send({ roles: [] }).expect(428);
      const tag = (await get(eve.id)).get('ETag') ?? '';
      const answers = await Promise.all([
        set(eve.id, ['chair'], ada, tag),
        set(eve.id, ['commissioner'], bob, tag),
      ]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
      expect((await set(randomUUID(), ['clerk']).expect(404)).body.code).toBe('USER_NOT_FOUND');
    });

    it('of oneself take nothing sensitive', async () => {
      const grace = await hearth.person(['admin', 'clerk']);
      const refused = await set(grace.id, ['counsel', 'clerk'], grace).expect(403);
      expect(refused.body.code).toBe('OWN_ROLE');
      expect((await get(grace.id)).body.roles).toEqual(['admin', 'clerk']);
      await set(grace.id, ['admin'], grace).expect(200);
    });

    it('end the sessions of whoever now has to prove more, and of nobody else', async () => {
      const isIn = async (person: Person) =>
        (await hearth.anybody.get('/api/v1/sessions/current').set(person.headers)).status === 200;
      const plain = await hearth.person([]);
      await set(plain.id, ['clerk']).expect(200);
      expect(await isIn(plain)).toBe(false);
      const clerk = await hearth.person(['clerk']);
      await set(clerk.id, ['clerk', 'chair']).expect(200);
      await set(clerk.id, []).expect(200);
      expect(await isIn(clerk)).toBe(true);
      const counsel = await hearth.person(['clerk']);
      const id = await ask(counsel.id, 'counsel');
      expect(await isIn(counsel)).toBe(true);
      await decide(id, 'confirmed', bob).expect(200);
      expect(await isIn(counsel)).toBe(false);
    });
  });

  describe('that are sensitive', () => {
    it('count when a second person confirms', async () => {
      const eve = await hearth.person([], { name: 'Eve' });
      const id = await ask(eve.id, 'custodian');
      const page = await hearth.anybody.get(`${REQUESTS}?state=open`).set(bob.headers).expect(200);
      expect(page.body.items.find((item: { id: string }) => item.id === id)).toEqual({
        id,
        userId: eve.id,
        userName: 'Eve',
        userEmail: eve.email,
        role: 'custodian',
        state: 'open',
        askedById: ada.id,
        askedByName: 'Ada',
        askedAt: expect.any(String),
        decidedById: null,
        decidedByName: null,
        decidedAt: null,
      });
      expect((await get(eve.id)).body.roles).toEqual([]);
      const decided = await decide(id, 'confirmed', bob).expect(200);
      expect(decided.body).toMatchObject({ state: 'confirmed', decidedById: bob.id });
      expect((await get(eve.id)).body).toMatchObject({ roles: ['custodian'], requestedRoles: [] });
      expect((await logOf(eve.id)).at(-1)).toEqual({
        action: 'role.confirmed',
        actor_id: bob.id,
        details: { role: 'custodian', request: id, askedBy: ada.id },
      });
      const left = await hearth.anybody.get(`${REQUESTS}?state=open`).set(bob.headers).expect(200);
      expect(left.body.items.map((item: { id: string }) => item.id)).not.toContain(id);
    });

    it('are decided once, and the same decision can be sent twice', async () => {
      const eve = await hearth.person([]);
      const id = await ask(eve.id, 'intake');
      const twice = await Promise.all([decide(id, 'refused', bob), decide(id, 'refused', bob)]);
      expect(twice.map(({ status }) => status)).toEqual([200, 200]);
      expect((await logOf(eve.id)).filter(({ action }) => action === 'role.refused')).toHaveLength(1);
      expect((await decide(id, 'confirmed', bob).expect(409)).body.code).toBe('ALREADY_DECIDED');
      const carol = await hearth.person(['custodian']);
      expect((await decide(id, 'refused', carol).expect(409)).body.code).toBe('ALREADY_DECIDED');
      expect((await get(eve.id)).body).toMatchObject({ roles: [], requestedRoles: [] });
    });

    it('are confirmed by a custodian as well, of two who decide at once by one', async () => {
      const eve = await hearth.person([]);
      const carol = await hearth.person(['custodian']);
      const id = await ask(eve.id, 'counsel');
      const answers = await Promise.all([decide(id, 'confirmed', carol), decide(id, 'refused', bob)]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      const roles = answers[0]?.status === 200 ? ['counsel'] : [];
      expect((await get(eve.id)).body.roles).toEqual(roles);
    });

    it('are decided neither by who asked nor by the person concerned', async () => {
      const eve = await hearth.person(['custodian']);
      const id = await ask(eve.id, 'counsel');
      for (const outcome of ['confirmed', 'refused']) {
        expect((await decide(id, outcome, ada).expect(403)).body.code).toBe('SECOND_PERSON_NEEDED');
      }
      // Being asked about does not make one's own second person, whatever one holds.
      const frank = await hearth.person(['custodian']);
      await set(frank.id, ['custodian', 'counsel']).expect(200);
      const own = (await open(frank.id))[0]?.id ?? '';
      for (const outcome of ['confirmed', 'refused']) {
        expect((await decide(own, outcome, frank).expect(403)).body.code).toBe('SECOND_PERSON_NEEDED');
      }
    });

    it('are taken back by who asked, or by leaving them out', async () => {
      const eve = await hearth.person([]);
      const id = await ask(eve.id, 'counsel');
      expect((await decide(id, 'withdrawn', bob).expect(403)).body.code).toBe('NOT_THE_ASKER');
      await decide(id, 'withdrawn', ada).expect(200);
      const next = await ask(eve.id, 'counsel', bob);
      expect(next).not.toBe(id);
      await set(eve.id, ['clerk']).expect(200);
      expect(await open(eve.id)).toEqual([]);
      expect((await decide(next, 'confirmed', ada).expect(409)).body.code).toBe('ALREADY_DECIDED');
    });

    it('are not given to an account that is disabled', async () => {
      const eve = await hearth.person([]);
      const id = await ask(eve.id, 'counsel');
      await hearth.anybody
        .patch(`${USERS}/${eve.id}`)
        .set(ada.headers)
        .set('If-Match', '*')
        .send({ status: 'disabled' })
        .expect(200);
      expect((await decide(id, 'confirmed', bob).expect(409)).body.code).toBe('ACCOUNT_DISABLED');
    });

    it('are not confirmed beside what was given meanwhile', async () => {
      const eve = await hearth.person([]);
      const id = await ask(eve.id, 'admin');
      await owner.query(`insert into access.person_role (person, role) values ($1, 'chair')`, [eve.id]);
      expect((await decide(id, 'confirmed', bob).expect(409)).body.code).toBe('ROLES_CONFLICT');
    });

    it('answer to those who may confirm, and what is not there is 404', async () => {
      const clerk = await hearth.person(['clerk']);
      await hearth.anybody.get(REQUESTS).expect(401);
      await hearth.anybody.get(REQUESTS).set(clerk.headers).expect(403);
      await decide(randomUUID(), 'confirmed', clerk).expect(403);
      for (const outcome of OUTCOMES) {
        const absent = await decide(randomUUID(), outcome, bob).expect(404);
        expect(absent.body.code).toBe('ROLE_REQUEST_NOT_FOUND');
      }
      await decide('nobody', 'confirmed', bob).expect(400);
      const wrong = await decide(randomUUID(), 'agreed', bob).expect(400);
      expect(wrong.body.errors).toMatchObject([{ pointer: '/outcome', code: 'NOT_A_CHOICE' }]);
    });
  });
});
