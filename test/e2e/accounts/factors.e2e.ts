import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import {
  codeOf,
  CURRENT,
  FACTORS,
  givePassword,
  giveTotp,
  type Headers,
  headersOf,
  SECOND,
  sql,
} from './factors.support.js';

describe('setting up a factor', () => {
  let hearth: TestApp;

  beforeAll(async () => {
    hearth = await createTestApp();
  });

  afterAll(() => hearth.close());

  const enrol = (headers: Headers, body: object = { kind: 'totp', name: 'App' }) =>
    hearth.anybody.post(FACTORS).set(headers).send(body);
  const confirm = (headers: Headers, id: string, body: object) =>
    hearth.anybody.post(`${FACTORS}/${id}/confirmation`).set(headers).send(body);
  const secretIn = ({ body }: { body: { totp: { secret: string } } }) =>
    Buffer.from(Secret.fromBase32(body.totp.secret).bytes);
  const list = async (headers: Headers) =>
    (await hearth.anybody.get(FACTORS).set(headers).expect(200)).body.items as {
      id: string;
      name: string;
      confirmedAt: string | null;
    }[];

  it('sets up a first one, which finishes signing in and brings recovery codes', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none', name: 'Ada' });
    const half = await givePassword(hearth, ada);
    const enrolled = await enrol(half).expect(201);
    expect(enrolled.body).toEqual({
      id: expect.any(String),
      kind: 'totp',
      name: 'App',
      totp: { secret: expect.stringMatching(/^[A-Z2-7]{32}$/), uri: expect.any(String) },
      passkey: null,
    });
    expect(enrolled.body.totp.uri).toBe(
      `otpauth://totp/Hearth:${encodeURIComponent(ada.email)}?issuer=Hearth&secret=${enrolled.body.totp.secret}&algorithm=SHA1&digits=6&period=30`,
    );
    // It does not count yet.
    const again = await givePassword(hearth, ada);
    const state = await hearth.anybody.get(CURRENT).set(again).expect(200);
    expect(state.body.stage).toBe('enrolment');

    const secret = secretIn(enrolled);
    const wrong = await confirm(half, enrolled.body.id, { totp: codeOf(secret, 9) }).expect(422);
    expect(wrong.body.code).toBe('FACTOR_NOT_PROVED');
    const done = await confirm(half, enrolled.body.id, { totp: codeOf(secret) }).expect(200);
    expect(done.body.session).toEqual({ stage: 'whole', secondFactors: [], csrfToken: expect.any(String) });
    expect(done.body.factor).toEqual({
      id: enrolled.body.id,
      kind: 'totp',
      name: 'App',
      confirmedAt: expect.any(String),
      isBackedUp: false,
      lastUsedOn: null,
      createdAt: expect.any(String),
    });
    expect(new Set(done.body.recoveryCodes).size).toBe(10);
    for (const code of done.body.recoveryCodes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    // The old cookie is nobody's, the new one the whole of it.
    await hearth.anybody.get(FACTORS).set(half).expect(401);
    expect(await list(headersOf(done))).toHaveLength(1);
    const [kept] = (await sql(
      hearth,
      'select secret, array_agg(encode(r.secret_hash, $2)) as codes from account_factor f join recovery_code r using (account_id) where f.id = $1 group by 1',
      [enrolled.body.id, 'hex'],
    )) as { secret: Buffer; codes: string[] }[];
    expect(kept?.secret.includes(secret)).toBe(false);
    expect(kept?.codes).toHaveLength(10);

    // The code that confirmed it is used up.
    const next = await givePassword(hearth, ada);
    await hearth.anybody
      .post(SECOND)
      .set(next)
      .send({ totp: codeOf(secret) })
      .expect(401);
  });

  it('opens nothing to whoever has a factor and has not shown it', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'second_factor' });
    await giveTotp(hearth, ada);
    const [{ id }] = (await sql(hearth, 'select id from account_factor where account_id = $1', [ada.id])) as [
      { id: string },
    ];
    for (const asked of [
      hearth.anybody.get(FACTORS),
      hearth.anybody.get(`${FACTORS}/${id}`),
      hearth.anybody.post(FACTORS).send({ kind: 'totp', name: 'Mine' }),
      hearth.anybody.post(`${FACTORS}/${id}/confirmation`).send({ totp: '123456' }),
      hearth.anybody.patch(`${FACTORS}/${id}`).set('If-Match', '*').send({ name: 'Mine' }),
      hearth.anybody.delete(`${FACTORS}/${id}`).set('If-Match', '*'),
      hearth.anybody.get('/api/v1/users/me/recovery-codes'),
      hearth.anybody.post('/api/v1/users/me/recovery-codes'),
    ]) {
      const refused = await asked.set(ada.headers);
      expect([refused.status, refused.body.code]).toEqual([401, 'SECOND_FACTOR_REQUIRED']);
    }
    await hearth.anybody.get(FACTORS).expect(401);
    const key = await hearth.bearer('clerk', ['hearings:write']);
    expect((await hearth.anybody.get(FACTORS).set('Authorization', key).expect(403)).body.code).toBe(
      'SESSION_REQUIRED',
    );
  });

  it('lets nobody set up a first factor beside one that was set up meanwhile', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const thief = await givePassword(hearth, ada);
    const prepared = await enrol(thief).expect(201);
    const own = await givePassword(hearth, ada);
    const enrolled = await enrol(own).expect(201);
    await confirm(own, enrolled.body.id, { totp: codeOf(secretIn(enrolled)) }).expect(200);
    const late = await confirm(thief, prepared.body.id, { totp: codeOf(secretIn(prepared)) }).expect(409);
    expect(late.body.code).toBe('ENROLMENT_OVER');
    expect((await enrol(thief).expect(409)).body.code).toBe('ENROLMENT_OVER');
  });

  it('lets one of two first factors in, when two are confirmed at once', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const both = await Promise.all(
      [0, 1].map(async () => {
        const headers = await givePassword(hearth, ada);
        const { body } = await enrol(headers).expect(201);
        return { headers, id: body.id as string, code: codeOf(secretIn({ body })) };
      }),
    );
    const answers = await Promise.all(
      both.map(({ headers, id, code }) => confirm(headers, id, { totp: code })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
  });

  it('answers a request sent twice with the same enrolment, until it is confirmed', async () => {
    const ada = await hearth.person(['clerk']);
    const send = () => enrol(ada.headers).set('Idempotency-Key', 'once');
    // One after the other: of two at once one may be told that the first is still running.
    const one = await send();
    const two = await send();
    expect(one.status).toBe(201);
    expect(two.body).toEqual(one.body);
    await confirm(ada.headers, one.body.id, { totp: codeOf(secretIn(one)) }).expect(200);
    expect((await send().expect(409)).body.code).toBe('FACTOR_CONFIRMED');
    const twice = await confirm(ada.headers, one.body.id, { totp: codeOf(secretIn(one), 1) }).expect(409);
    expect(twice.body.code).toBe('FACTOR_CONFIRMED');
  });

  it('forgets within the hour what was never confirmed, and has room for so many', async () => {
    const ada = await hearth.person(['clerk']);
    const old = await enrol(ada.headers).expect(201);
    await sql(hearth, `update account_factor set created_at = now() - interval '61 minutes' where id = $1`, [
      old.body.id,
    ]);
    expect(await list(ada.headers)).toEqual([]);
    await confirm(ada.headers, old.body.id, { totp: codeOf(secretIn(old)) }).expect(404);
    for (let i = 0; i < 3; i++) await enrol(ada.headers).expect(201);
    expect((await enrol(ada.headers).expect(409)).body.code).toBe('FACTORS_FULL');
    expect(await sql(hearth, 'select id from account_factor where id = $1', [old.body.id])).toEqual([]);
  });

  it.each([
    [{ kind: 'sms', name: 'App' }, '/kind'],
    [{ kind: 'totp' }, '/name'],
    [{ kind: 'totp', name: '' }, '/name'],
    [{ kind: 'totp', name: 'x'.repeat(101) }, '/name'],
    [{ kind: 'totp', name: 'App', accountId: 'me' }, '/accountId'],
  ])('refuses the form %j', async (body, pointer) => {
    const ada = await hearth.person(['clerk']);
    const refused = await enrol(ada.headers, body).expect(400);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });

  it('takes nothing but a passkey from a custodian, counsel or reviewer', async () => {
    for (const role of ['custodian', 'counsel', 'privacy_reviewer'] as const) {
      const person = await hearth.person([role]);
      expect((await enrol(person.headers).expect(422)).body.code).toBe('FACTOR_TOO_WEAK');
    }
    // A role that came while an app waited to be confirmed.
    const ada = await hearth.person(['clerk']);
    const enrolled = await enrol(ada.headers).expect(201);
    await sql(hearth, `insert into access.person_role values ($1, 'counsel')`, [ada.id]);
    const code = codeOf(secretIn(enrolled));
    expect((await confirm(ada.headers, enrolled.body.id, { totp: code }).expect(422)).body.code).toBe(
      'FACTOR_TOO_WEAK',
    );
  });

  it('has no passkeys where there is no name to make them for', async () => {
    const ada = await hearth.person(['clerk']);
    const { anybody } = hearth;
    for (const Host of ['127.0.0.1:3000', 'evil.example', '[::1]', ''])
      expect(
        (
          await anybody
            .post(FACTORS)
            .set({ ...ada.headers, Host })
            .send({ kind: 'passkey', name: 'Key' })
        ).body.code,
      ).toBe('PASSKEYS_UNAVAILABLE');
  });
});
