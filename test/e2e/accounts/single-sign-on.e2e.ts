import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLIENT, OpenIdHouse } from '../../support/openid-house.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { withClient } from '../../support/test-database.js';

const SSO = '/api/v1/single-sign-on';
const PUBLIC_URL = 'http://hearth.test';

let house: OpenIdHouse;
let hearth: TestApp;

beforeAll(async () => {
  house = await OpenIdHouse.open(PUBLIC_URL);
  hearth = await createTestApp({
    publicUrl: PUBLIC_URL,
    singleSignOn: {
      issuer: house.issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      name: 'The county',
      groupsClaim: 'groups',
      roles: { desk: 'clerk', bench: 'commissioner', vault: 'custodian' },
    },
  });
});

afterAll(async () => {
  await hearth.close();
  await house.close();
});

const member = (sub: string, groups: string[], change: object = {}): void =>
  void house.members.set(sub, {
    name: `Member ${sub}`,
    email: `${sub}@county.example`,
    email_verified: true,
    groups,
    ...change,
  });

const cookieIn = (answer: { get(name: string): string | string[] | undefined }): string =>
  (answer.get('Set-Cookie')?.[0] ?? '').split(';')[0] ?? '';

/** From our start to the provider's answer, by one browser. */
async function leave(sub: string): Promise<{ answer: URL; cookie: string }> {
  const start = await hearth.anybody.get(`${SSO}/start`).expect(303);
  const location = start.get('Location') ?? '';
  const asked = new URL(location).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('scope')).toBe('openid profile email');
  return { answer: await house.visit(location, sub), cookie: cookieIn(start) };
}

const comeBack = ({ answer, cookie }: { answer: URL; cookie: string }) =>
  hearth.anybody.get(`${answer.pathname}${answer.search}`).set('Cookie', cookie);

async function rolesOf(sub: string): Promise<string[]> {
  let roles: string[] = [];
  await withClient(hearth.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ role: string }>(
      `select p.role from access.person_role p join identity_link l on l.account_id = p.person
        where l.subject = $1 order by 1`,
      [sub],
    );
    roles = rows.map(({ role }) => role);
  });
  return roles;
}

describe('single sign-on', () => {
  it('takes in whoever a group gives a role, and asks for our own second factor', async () => {
    expect((await hearth.anybody.get(SSO).expect(200)).body).toEqual({ provider: 'The county' });
    member('ada', ['desk', 'vault', 'other']);
    const back = await comeBack(await leave('ada')).expect(303);
    expect(back.get('Location')).toBe('/account');
    const state = await hearth.anybody
      .get('/api/v1/sessions/current')
      .set('Cookie', cookieIn(back))
      .expect(200);
    expect(state.body.stage).toBe('enrolment');
    // No group of another house makes a custodian.
    expect(await rolesOf('ada')).toEqual(['clerk']);
  });

  it('follows the groups at each visit, on one account', async () => {
    member('ben', ['desk']);
    await comeBack(await leave('ben')).expect(303);
    member('ben', ['bench']);
    await comeBack(await leave('ben')).expect(303);
    expect(await rolesOf('ben')).toEqual(['commissioner']);
    member('ben', []);
    await comeBack(await leave('ben')).expect(303);
    expect(await rolesOf('ben')).toEqual([]);
  });

  it('finds who was invited by a verified address, and nobody by another', async () => {
    const cleo = await hearth.person(['clerk'], { email: 'cleo@county.example', stage: 'none' });
    member('cleo-elsewhere', ['desk'], { email: 'CLEO@county.example', email_verified: false });
    const refused = await comeBack(await leave('cleo-elsewhere')).expect(403);
    expect(refused.body.code).toBe('NOT_A_MEMBER');
    member('cleo', ['desk'], { email: 'CLEO@county.example' });
    const back = await comeBack(await leave('cleo')).expect(303);
    expect(back.get('Location')).toBe('/account');
    await withClient(hearth.database.adminUrl, async (client) => {
      const { rows } = await client.query('select account_id from identity_link where subject = $1', [
        'cleo',
      ]);
      expect(rows).toEqual([{ account_id: cleo.id }]);
    });
  });

  it('gives nobody the account of a custodian for an address', async () => {
    const held = await hearth.person(['custodian'], { email: 'held@county.example', stage: 'none' });
    member('held', ['desk'], { email: 'held@county.example' });
    const refused = await comeBack(await leave('held')).expect(403);
    expect(refused.body.code).toBe('NOT_A_MEMBER');
    await withClient(hearth.database.adminUrl, async (client) => {
      const { rowCount } = await client.query('select from identity_link where account_id = $1', [held.id]);
      expect(rowCount).toBe(0);
    });
  });

  it('refuses whom no group knows, and a disabled account', async () => {
    member('dan', ['other']);
    await comeBack(await leave('dan')).expect(403);
    member('eve', ['desk']);
    await comeBack(await leave('eve')).expect(303);
    await withClient(hearth.database.adminUrl, async (client) => {
      await client.query(`update user_account set status = 'disabled' where email = 'eve@county.example'`);
    });
    await comeBack(await leave('eve')).expect(403);
  });

  it('takes each answer once, from the browser that asked, as it was given', async () => {
    member('fay', ['desk']);
    const gone = await leave('fay');
    // Planted in another browser, which asked for something else or nothing.
    await comeBack({ ...gone, cookie: '' }).expect(401);
    const other = await hearth.anybody.get(`${SSO}/start`).expect(303);
    await comeBack({ ...gone, cookie: cookieIn(other) }).expect(401);
    const forged = new URL(gone.answer);
    forged.searchParams.set('state', 'x'.repeat(43));
    const again = await leave('fay');
    await comeBack(again).expect(303);
    await comeBack(again).expect(401);
    await comeBack({ answer: forged, cookie: gone.cookie }).expect(401);
  });

  it('goes on when the provider signs by another key', async () => {
    member('gil', ['desk']);
    await comeBack(await leave('gil')).expect(303);
    await house.rotateKeys();
    // The first finds out that the keys have changed.
    await comeBack(await leave('gil')).expect(401);
    await comeBack(await leave('gil')).expect(303);
  });

  it('says where to sign out at the provider', async () => {
    const hal = await hearth.person(['clerk']);
    const { body } = await hearth.anybody.get(`${SSO}/farewell`).set(hal.headers).expect(200);
    expect(body.location).toMatch(new RegExp(`^${house.issuer}/session/end\\?`));
    await hearth.anybody.get(`${SSO}/farewell`).expect(401);
  });

  it('ends all sessions of whoever has left the provider, on its signed word alone', async () => {
    member('jo', ['desk']);
    const back = await comeBack(await leave('jo')).expect(303);
    const cookie = cookieIn(back);
    const current = () => hearth.anybody.get('/api/v1/sessions/current').set('Cookie', cookie);
    const tell = (token: string) =>
      hearth.anybody.post(`${SSO}/back-channel-logout`).type('form').send({ logout_token: token });
    const wrong = [
      await house.farewell('jo', { aud: 'another' }),
      await house.farewell('jo', { iss: 'https://elsewhere.example' }),
      await house.farewell('jo', { iat: Math.floor(Date.now() / 1000) - 3_600 }),
      await house.farewell('jo', { nonce: 'an ID token in disguise' }),
      await house.farewell('jo', { events: {} }),
      await house.farewell('nobody'),
      `${(await house.farewell('jo')).slice(0, -8)}AAAAAAAA`,
      'no token',
    ];
    for (const token of wrong) await tell(token).expect(401);
    await current().expect(200);
    await tell(await house.farewell('jo')).expect(204);
    await current().expect(401);
  });

  it('leaves passwords alone when the provider is down', async () => {
    const ida = await hearth.person(['clerk'], { stage: 'none' });
    const fresh = await createTestApp({
      publicUrl: PUBLIC_URL,
      singleSignOn: {
        issuer: 'http://127.0.0.1:1',
        clientId: 'x',
        clientSecret: 'x',
        name: 'Nowhere',
        groupsClaim: 'groups',
        roles: {},
      },
    });
    const down = await fresh.anybody.get(`${SSO}/start`).expect(503);
    expect(down.body.code).toBe('PROVIDER_UNAVAILABLE');
    expect(down.get('Retry-After')).toBe('30');
    await fresh.close();
    const gone = await leave('ada');
    house.fall();
    await comeBack(gone).expect(({ status }) => expect([401, 503]).toContain(status));
    await hearth.anybody
      .post('/api/v1/sessions')
      .send({ email: ida.email, password: ida.password })
      .expect(201);
    await house.rotateKeys();
    await comeBack(await leave('ada'));
    await comeBack(await leave('ada')).expect(303);
  });
});

describe('without a provider', () => {
  it('there is no single sign-on', async () => {
    const plain = await createTestApp();
    expect((await plain.anybody.get(SSO).expect(200)).body).toEqual({ provider: null });
    await plain.anybody.get(`${SSO}/start`).expect(404);
    await plain.anybody.get(`${SSO}/callback?code=x&state=y`).expect(404);
    await plain.close();
  });
});
