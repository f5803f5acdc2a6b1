import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailsTo } from '../../support/mailbox.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import {
  codeOf,
  CURRENT,
  FACTORS,
  givePassword,
  giveRecoveryCode,
  giveTotp,
  type Headers,
  headersOf,
  SECOND,
  sql,
} from './factors.support.js';

describe('an app’s codes at signing in', () => {
  let hearth: TestApp;

  beforeAll(async () => {
    hearth = await createTestApp();
  });

  afterAll(() => hearth.close());

  const show = (headers: Headers, body: object) => hearth.anybody.post(SECOND).set(headers).send(body);
  const someone = async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    return { ada, secret: await giveTotp(hearth, ada) };
  };
  const audited = (id: string, action: string) =>
    sql(hearth, 'select details from audit.entry where actor_id = $1 and action = $2', [id, action]);

  it('finish signing in, with a new id, cookie and token', async () => {
    const { ada, secret } = await someone();
    const half = await givePassword(hearth, ada);
    expect((await hearth.anybody.get(CURRENT).set(half).expect(200)).body).toEqual({
      stage: 'second_factor',
      secondFactors: ['totp'],
      csrfToken: half['X-CSRF-Token'],
    });
    const answer = await show(half, { totp: codeOf(secret) }).expect(200);
    expect(answer.body).toEqual({ stage: 'whole', secondFactors: [], csrfToken: expect.any(String) });
    const whole = headersOf(answer);
    expect(whole['Cookie']).not.toBe(half['Cookie']);
    expect(whole['X-CSRF-Token']).not.toBe(half['X-CSRF-Token']);
    await hearth.anybody.get(CURRENT).set(half).expect(401);
    const [session] = (await hearth.anybody.get('/api/v1/sessions').set(whole).expect(200)).body.items as {
      startedAt: string;
      endsAt: string;
    }[];
    const hours = (Date.parse(session?.endsAt ?? '') - Date.parse(session?.startedAt ?? '')) / 3_600_000;
    expect(Math.round(hours)).toBe(8);
    expect(await audited(ada.id, 'factor.shown')).toEqual([{ details: { kind: 'totp', isEnough: true } }]);
    // It does not wait for one any more.
    expect((await show(whole, { totp: codeOf(secret, 1) }).expect(409)).body.code).toBe(
      'SECOND_FACTOR_NOT_ASKED',
    );
  });

  it('count once', async () => {
    const { ada, secret } = await someone();
    const code = codeOf(secret);
    await show(await givePassword(hearth, ada), { totp: code }).expect(200);
    const replayed = await show(await givePassword(hearth, ada), { totp: code }).expect(401);
    expect(replayed.body.code).toBe('SECOND_FACTOR_WRONG');
    expect(await audited(ada.id, 'factor.refused')).toEqual([
      { details: { kind: 'totp', isSessionOver: false } },
    ]);
    // Nor one from before it, when a later one was taken.
    await show(await givePassword(hearth, ada), { totp: codeOf(secret, 1) }).expect(200);
    await show(await givePassword(hearth, ada), { totp: codeOf(secret) }).expect(401);
  });

  it('count once of two requests at once, in one session and in two', async () => {
    for (const count of [1, 2]) {
      const { ada, secret } = await someone();
      const sessions: Headers[] = [];
      for (let i = 0; i < count; i++) sessions.push(await givePassword(hearth, ada));
      const totp = codeOf(secret);
      const answers = await Promise.all([0, 1].map((i) => show(sessions[i % count] ?? {}, { totp })));
      const whole = answers.filter(({ status }) => status === 200);
      expect(whole).toHaveLength(1);
      expect((await audited(ada.id, 'factor.shown')).length).toBe(1);
    }
  });

  it('count for their time alone', async () => {
    const { ada, secret } = await someone();
    const half = await givePassword(hearth, ada);
    await show(half, { totp: codeOf(secret, -3) }).expect(401);
    await show(half, { totp: codeOf(secret, 3) }).expect(401);
    await show(half, { totp: codeOf(secret) }).expect(200);
  });

  it('end the session with the fifth wrong one, however many come at once', async () => {
    const { ada, secret } = await someone();
    const half = await givePassword(hearth, ada);
    const wrong = codeOf(secret, 50);
    const answers = await Promise.all(Array.from({ length: 12 }, () => show(half, { totp: wrong })));
    const codes = new Set(answers.map(({ body }) => body.code));
    expect(codes.has('SECOND_FACTOR_WRONG')).toBe(true);
    const refused = await audited(ada.id, 'factor.refused');
    expect(refused).toHaveLength(5);
    expect(refused).toContainEqual({ details: { kind: 'totp', isSessionOver: true } });
    await show(half, { totp: codeOf(secret) }).expect(401);
    await hearth.anybody.get(CURRENT).set(half).expect(401);
    // Nobody is locked out for good: the wait ends.
    await sql(hearth, 'update throttle set expire = 0');
    await show(await givePassword(hearth, ada), { totp: codeOf(secret) }).expect(200);
  });

  it('are bound to their owner and their row', async () => {
    const { ada } = await someone();
    const eve = await someone();
    // Whoever writes to the database puts Eve's secret in Ada's place.
    await sql(
      hearth,
      'update account_factor set secret = (select secret from account_factor where account_id = $2) where account_id = $1',
      [ada.id, eve.ada.id],
    );
    await show(await givePassword(hearth, ada), { totp: codeOf(eve.secret) }).expect(401);
    await show(await givePassword(hearth, eve.ada), { totp: codeOf(eve.secret) }).expect(200);
  });

  it.each([
    [{}, ''],
    [{ totp: '123456', recoveryCode: 'x' }, ''],
    [{ totp: '12345' }, '/totp'],
    [{ totp: '1234567' }, '/totp'],
    [{ totp: 123456 }, '/totp'],
    [{ totp: null }, '/totp'],
    [{ totp: '１２３４５６' }, '/totp'],
    [{ recoveryCode: '' }, '/recoveryCode'],
    [{ recoveryCode: 'x'.repeat(65) }, '/recoveryCode'],
    [{ passkey: {} }, '/passkey'],
    [{ passkey: 'x' }, '/passkey'],
    [{ passkey: { id: '../..', rawId: 'x', type: 'public-key', response: {} } }, '/passkey'],
    [{ code: '123456' }, '/code'],
  ])('refuse the form %j, and count it as no try', async (body, pointer) => {
    const { ada } = await someone();
    const half = await givePassword(hearth, ada);
    const refused = await show(half, body).expect(400);
    expect(refused.body.errors[0].pointer).toBe(pointer);
    expect(await sql(hearth, 'select tries from account_session where account_id = $1', [ada.id])).toEqual([
      { tries: 0 },
    ]);
  });

  it('are asked of nobody without a session, with a key, or who has the first one to set up', async () => {
    await show({}, { totp: '123456' }).expect(401);
    const key = await hearth.bearer('clerk');
    await show({ Authorization: key }, { totp: '123456' }).expect(403);
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const half = await givePassword(hearth, ada);
    expect((await show(half, { totp: '123456' }).expect(409)).body.code).toBe('SECOND_FACTOR_NOT_ASKED');
    expect((await hearth.anybody.post(`${SECOND}/options`).set(half).expect(409)).body.code).toBe(
      'SECOND_FACTOR_NOT_ASKED',
    );
  });

  it('are shown first where a role has come that asks for a passkey, and open nothing else', async () => {
    const { ada, secret } = await someone();
    await sql(hearth, `insert into access.person_role values ($1, 'counsel')`, [ada.id]);
    const half = await givePassword(hearth, ada);
    // The password alone does not let anybody set up a passkey.
    await hearth.anybody.post(FACTORS).set(half).send({ kind: 'passkey', name: 'Key' }).expect(401);
    const answer = await show(half, { totp: codeOf(secret) }).expect(200);
    expect(answer.body.stage).toBe('enrolment');
    await hearth.anybody.get('/api/v1/sessions').set(headersOf(answer)).expect(401);
  });
});

describe('recovery codes', () => {
  let hearth: TestApp;

  beforeAll(async () => {
    hearth = await createTestApp();
  });

  afterAll(() => hearth.close());

  const CODES = '/api/v1/users/me/recovery-codes';
  const CODE = 'ABCDE-FGHJK-MNPQR-01234';
  const show = (headers: Headers, recoveryCode: string) =>
    hearth.anybody.post(SECOND).set(headers).send({ recoveryCode });
  const someone = async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    await giveTotp(hearth, ada);
    await giveRecoveryCode(hearth, ada, CODE);
    return ada;
  };

  it('stand in for a lost factor once', async () => {
    const ada = await someone();
    const answer = await show(await givePassword(hearth, ada), ' abcde fghjk-mnpqr oi234').expect(200);
    expect(answer.body.stage).toBe('whole');
    const state = await hearth.anybody.get(CODES).set(headersOf(answer)).expect(200);
    expect(state.body).toEqual({ left: 0, madeAt: expect.any(String) });
    const again = await show(await givePassword(hearth, ada), CODE).expect(401);
    expect(again.body.code).toBe('SECOND_FACTOR_WRONG');
    const used = await sql(
      hearth,
      `select details from audit.entry where actor_id = $1 and action = 'recovery_code.used'`,
      [ada.id],
    );
    expect(used).toEqual([{ details: { left: 0 } }]);
    const mails = await mailsTo(hearth.app, ada.email);
    expect(mails.map(({ text }) => text.split('\n')[0])).toEqual([
      'A recovery code was used to sign in to your account. It does not work again.',
    ]);
  });

  it('count once of two at once', async () => {
    const ada = await someone();
    const sessions = [await givePassword(hearth, ada), await givePassword(hearth, ada)];
    const answers = await Promise.all(sessions.map((headers) => show(headers, CODE)));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '401']);
  });

  it('are their owner’s alone', async () => {
    await someone();
    const eve = await hearth.person(['clerk'], { stage: 'none' });
    await giveTotp(hearth, eve);
    await show(await givePassword(hearth, eve), CODE).expect(401);
  });

  it('are void when new ones are made', async () => {
    const ada = await someone();
    const headers = headersOf(await show(await givePassword(hearth, ada), CODE).expect(200));
    const first = await hearth.anybody.post(CODES).set(headers).expect(201);
    expect(first.get('Cache-Control')).toBe('no-store');
    const second = await hearth.anybody.post(CODES).set(headers).expect(201);
    expect(new Set([...first.body.codes, ...second.body.codes]).size).toBe(20);
    await show(await givePassword(hearth, ada), first.body.codes[0]).expect(401);
    await show(await givePassword(hearth, ada), second.body.codes[0]).expect(200);
    const state = await hearth.anybody.get(CODES).set(headers).expect(200);
    expect(state.body.left).toBe(9);
  });
});
