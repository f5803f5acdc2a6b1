import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Authenticator, type RequestOptions, type Twist } from '../../support/authenticator.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import {
  AT_HOME,
  codeOf,
  confirmPasskey,
  FACTORS,
  givePasskey,
  givePassword,
  giveRecoveryCode,
  giveTotp,
  type Headers,
  headersOf,
  ORIGIN,
  SECOND,
  sql,
} from './factors.support.js';

describe('passkeys', () => {
  let hearth: TestApp;

  beforeAll(async () => {
    hearth = await createTestApp();
  });

  afterAll(() => hearth.close());

  const options = async (headers: Headers) =>
    (
      await hearth.anybody
        .post(`${SECOND}/options`)
        .set({ ...headers, ...AT_HOME })
        .expect(200)
    ).body as RequestOptions;
  const show = (headers: Headers, passkey: object) =>
    hearth.anybody
      .post(SECOND)
      .set({ ...headers, ...AT_HOME })
      .send({ passkey });
  const someone = async (roles: Parameters<TestApp['person']>[0] = ['custodian'], made?: Authenticator) => {
    const ada = await hearth.person(roles, { stage: 'none' });
    const { passkey, answer } = await givePasskey(hearth, await givePassword(hearth, ada), made);
    return { ada, passkey, answer };
  };
  const wrong = async (asked: ReturnType<typeof show>) =>
    expect((await asked.expect(401)).body.code).toBe('SECOND_FACTOR_WRONG');

  it('are set up as a first factor and finish signing in', async () => {
    const { ada, passkey, answer } = await someone();
    expect(answer.body.session.stage).toBe('whole');
    expect(answer.body.recoveryCodes).toHaveLength(10);
    expect(answer.body.factor.kind).toBe('passkey');
    const half = await givePassword(hearth, ada);
    const asked = await options(half);
    expect(asked).toEqual({
      challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      rpId: 'localhost',
      timeout: 300_000,
      userVerification: 'required',
      allowCredentials: [
        { type: 'public-key', id: passkey.id.toString('base64url'), transports: ['internal', 'hybrid'] },
      ],
    });
    const shown = await show(half, passkey.get(asked)).expect(200);
    expect(shown.body.stage).toBe('whole');
    await hearth.anybody.get('/api/v1/sessions').set(headersOf(shown)).expect(200);
    // The library brought its own Reflect metadata along: the guard still knows its handlers.
    await hearth.anybody.get('/api/v1/sessions').expect(401);
  });

  it('are offered to be made in the browser’s words', async () => {
    const { ada, passkey, answer } = await someone();
    const enrolled = await hearth.anybody
      .post(FACTORS)
      .set({ ...headersOf(answer), ...AT_HOME })
      .send({ kind: 'passkey', name: 'Second' })
      .expect(201);
    expect(enrolled.body.totp).toBeNull();
    expect(enrolled.body.passkey).toEqual({
      rp: { id: 'localhost', name: 'Hearth' },
      user: {
        id: Buffer.from(ada.id.replaceAll('-', ''), 'hex').toString('base64url'),
        name: ada.email,
        displayName: ada.name,
      },
      challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
      timeout: 300_000,
      excludeCredentials: [
        { type: 'public-key', id: passkey.id.toString('base64url'), transports: ['internal', 'hybrid'] },
      ],
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      attestation: 'none',
    });
  });

  const TWISTS: [string, Twist][] = [
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another port', { origin: 'http://localhost:8080' }],
    ['of another relying party', { rpId: 'evil.example' }],
    ['of another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['whose owner was not verified', { isUserVerified: false }],
    ['of a frame in another site’s page', { crossOrigin: true }],
  ];

  it.each([
    ...TWISTS,
    ['of the other ceremony', { type: 'webauthn.create' }],
    ['of another account', { userHandle: Buffer.alloc(16, 7).toString('base64url') }],
    ['whose counter went back', { signCount: 0 }],
  ] as [string, Twist][])('are not accepted when the answer is %s', async (_what, twist) => {
    // A counter above zero, so that zero is behind it.
    const { ada, passkey } = await someone(['custodian'], new Authenticator(ORIGIN, true, 5));
    const half = await givePassword(hearth, ada);
    await wrong(show(half, passkey.get(await options(half), twist)));
    // The same without the twist is: it was the twist.
    await show(half, passkey.get(await options(half))).expect(200);
  });

  it.each([
    ...TWISTS,
    ['of the other ceremony', { type: 'webauthn.get' }],
    ['with a certificate of its maker', { attestation: 'maker' }],
  ] as [string, Twist][])('are not made when the answer is %s', async (_what, twist) => {
    const ada = await hearth.person(['custodian'], { stage: 'none' });
    const half = await givePassword(hearth, ada);
    const refused = await confirmPasskey(hearth, half, new Authenticator(ORIGIN), twist);
    expect([refused.status, refused.body.code]).toEqual([422, 'FACTOR_NOT_PROVED']);
    expect(await sql(hearth, 'select id from account_factor where account_id = $1', [ada.id])).toEqual([]);
    await givePasskey(hearth, half);
  });

  it('are made by what vouches for itself', async () => {
    const ada = await hearth.person(['custodian'], { stage: 'none' });
    const half = await givePassword(hearth, ada);
    const made = await confirmPasskey(hearth, half, new Authenticator(ORIGIN), { attestation: 'self' });
    expect(made.status).toBe(200);
  });

  it('of somebody else are not accepted, nor made twice', async () => {
    const eve = await someone();
    const { ada } = await someone();
    const half = await givePassword(hearth, ada);
    for (const twist of [{}, { userHandle: null }])
      await wrong(show(half, eve.passkey.get(await options(half), twist)));
    const stolen = await confirmPasskey(hearth, headersOf((await someone()).answer), eve.passkey);
    expect([stolen.status, stolen.body.code]).toEqual([422, 'FACTOR_NOT_PROVED']);
  });

  it('sign a challenge once, whether they count or not', async () => {
    for (const counts of [true, false]) {
      const { ada, passkey } = await someone(['custodian'], new Authenticator(ORIGIN, counts));
      const half = await givePassword(hearth, ada);
      const assertion = passkey.get(await options(half));
      const answers = await Promise.all([show(half, assertion), show(half, assertion)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      // Nor in another session, nor with none asked for.
      const next = await givePassword(hearth, ada);
      await wrong(show(next, assertion));
      await options(next);
      await wrong(show(next, assertion));
      // A refused answer uses its challenge up.
      const asked = await options(next);
      await wrong(show(next, passkey.get(asked, { isUserVerified: false })));
      await wrong(show(next, passkey.get(asked)));
    }
  });

  it('sign no challenge that is too old', async () => {
    const { ada, passkey } = await someone();
    const half = await givePassword(hearth, ada);
    const asked = await options(half);
    await sql(
      hearth,
      `update account_session set data = jsonb_set(data, '{challenge,expiresAt}', to_jsonb($2::bigint)) where account_id = $1 and stage = 'second_factor'`,
      [ada.id, Date.now() - 1],
    );
    await wrong(show(half, passkey.get(asked)));

    const other = await hearth.person(['custodian']);
    const enrolled = await hearth.anybody
      .post(FACTORS)
      .set({ ...other.headers, ...AT_HOME })
      .send({ kind: 'passkey', name: 'Key' })
      .expect(201);
    await sql(hearth, `update account_factor set challenge_until = now() where account_id = $1`, [other.id]);
    const late = await hearth.anybody
      .post(`${FACTORS}/${enrolled.body.id}/confirmation`)
      .set({ ...other.headers, ...AT_HOME })
      .send({ passkey: await new Authenticator(ORIGIN).create(enrolled.body.passkey) });
    expect(late.body.code).toBe('FACTOR_NOT_PROVED');
  });

  it('are all that custodian, counsel and reviewers sign in with', async () => {
    for (const role of ['custodian', 'counsel', 'privacy_reviewer'] as const) {
      const { ada } = await someone([role]);
      const secret = await giveTotp(hearth, ada);
      const half = await givePassword(hearth, ada);
      const refused = await hearth.anybody
        .post(SECOND)
        .set(half)
        .send({ totp: codeOf(secret) })
        .expect(401);
      expect(refused.body.code).toBe('SECOND_FACTOR_WRONG');
    }
  });

  it('that are lost can be set up anew with a recovery code, which opens nothing else', async () => {
    const { ada } = await someone(['counsel']);
    await giveRecoveryCode(hearth, ada, 'ABCDE-FGHJK-MNPQR-01234');
    const half = await givePassword(hearth, ada);
    const answer = await hearth.anybody
      .post(SECOND)
      .set(half)
      .send({ recoveryCode: 'ABCDE-FGHJK-MNPQR-01234' })
      .expect(200);
    expect(answer.body.stage).toBe('enrolment');
    const enrolling = headersOf(answer);
    await hearth.anybody.get('/api/v1/sessions').set(enrolling).expect(401);
    const { answer: done } = await givePasskey(hearth, enrolling);
    expect(done.body.session.stage).toBe('whole');
    // The codes that were left are still good: none are made.
    expect(done.body.recoveryCodes).toEqual([]);
    expect((await hearth.anybody.get(FACTORS).set(headersOf(done)).expect(200)).body.items).toHaveLength(2);
  });

  it('are offered first and alone to whoever has one beside an app, if their roles ask for it', async () => {
    const { ada, answer } = await someone(['clerk']);
    await giveTotp(hearth, ada);
    const state = await hearth.anybody
      .get('/api/v1/sessions/current')
      .set(await givePassword(hearth, ada))
      .expect(200);
    expect(state.body.secondFactors).toEqual(['passkey', 'totp']);
    await sql(hearth, `insert into access.person_role values ($1, 'counsel')`, [ada.id]);
    const grown = await hearth.anybody
      .get('/api/v1/sessions/current')
      .set(await givePassword(hearth, ada))
      .expect(200);
    expect(grown.body.secondFactors).toEqual(['passkey']);
    // The app does not count: it may go, and the passkey may not.
    const whole = headersOf(answer);
    const { items } = (await hearth.anybody.get(FACTORS).set(whole).expect(200)).body as {
      items: { id: string; kind: string }[];
    };
    const remove = (kind: string) =>
      hearth.anybody
        .delete(`${FACTORS}/${items.find((item) => item.kind === kind)?.id}`)
        .set(whole)
        .set('If-Match', '*');
    expect((await remove('passkey').expect(409)).body.code).toBe('LAST_FACTOR');
    await remove('totp').expect(204);
  });

  it('are asked of nobody who has none', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    await giveTotp(hearth, ada);
    const half = await givePassword(hearth, ada);
    const refused = await hearth.anybody
      .post(`${SECOND}/options`)
      .set({ ...half, ...AT_HOME })
      .expect(409);
    expect(refused.body.code).toBe('NO_PASSKEY');
  });
});

describe('passkeys of a published server', () => {
  it('are made for its address, whatever Host says', async () => {
    const hearth = await createTestApp({ publicUrl: 'http://record.example.org' });
    try {
      const ada = await hearth.person(['custodian'], { stage: 'none' });
      const passkey = new Authenticator('http://record.example.org');
      const half = await givePassword(hearth, ada);
      const { answer } = await givePasskey(hearth, half, passkey);
      expect(answer.body.session.stage).toBe('whole');
      const elsewhere = await confirmPasskey(hearth, headersOf(answer), new Authenticator(ORIGIN));
      expect(elsewhere.body.code).toBe('FACTOR_NOT_PROVED');
    } finally {
      await hearth.close();
    }
  });
});
