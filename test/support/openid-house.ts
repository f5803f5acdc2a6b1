import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type GenerateKeyPairResult, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

export interface HouseMember {
  readonly name: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly groups: readonly string[];
}

export const CLIENT = { id: 'hearth', secret: 'a secret between two houses, long enough' } as const;

/** A real OpenID Connect provider on loopback, whose members are told by the test. */
export class OpenIdHouse {
  readonly members = new Map<string, HouseMember>();
  private signing: { key: GenerateKeyPairResult['privateKey']; kid: string } | undefined;
  private handler: ReturnType<Provider['callback']> | undefined;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly redirectUri: string,
    private readonly backChannel: string,
  ) {}

  static async open(publicUrl: string, backChannelOrigin = publicUrl): Promise<OpenIdHouse> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const house = new OpenIdHouse(
      server,
      `http://127.0.0.1:${port}`,
      `${publicUrl}/api/v1/single-sign-on/callback`,
      `${backChannelOrigin}/api/v1/single-sign-on/back-channel-logout`,
    );
    server.on('request', (request, response) => {
      if (house.handler) void house.handler(request, response);
      else response.writeHead(503).end();
    });
    await house.rotateKeys();
    return house;
  }

  /** From now on it signs by another key; its former one is forgotten. */
  async rotateKeys(): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const kid = `key-${randomUUID()}`;
    const jwk = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid };
    this.signing = { key: privateKey, kid };
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [this.redirectUri],
          post_logout_redirect_uris: [new URL('/', this.redirectUri).toString()],
          backchannel_logout_uri: this.backChannel,
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['for the tests'] },
      claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
      findAccount: (_, sub) => {
        const member = this.members.get(sub);
        return member && { accountId: sub, claims: () => ({ sub, ...member, groups: [...member.groups] }) };
      },
    });
    this.handler = provider.callback();
  }

  /** Its signed word that somebody has left; `change` for what is wrong with it. */
  async farewell(sub: string, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
    if (!this.signing) throw new Error('the house has no key');
    const claims = {
      iss: this.issuer,
      aud: CLIENT.id,
      sub,
      jti: randomUUID(),
      iat: Math.floor(Date.now() / 1000),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...change,
    };
    const header = { alg: 'RS256', typ: 'logout+jwt', kid: this.signing.kid };
    return new SignJWT(claims).setProtectedHeader(header).sign(this.signing.key);
  }

  /** It answers nothing but 503. */
  fall(): void {
    this.handler = undefined;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What a person at a browser does: follows, signs in as `sub`, agrees; the address they are sent back to. */
  async visit(start: string, sub: string): Promise<URL> {
    const jar = new Map<string, string>();
    let next = new URL(start);
    let form: URLSearchParams | undefined;
    for (let step = 0; step < 20; step += 1) {
      if (next.href.startsWith(this.redirectUri)) return next;
      const answer = await fetch(next, {
        redirect: 'manual',
        headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form && { method: 'POST', body: form }),
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const page = await answer.text();
      const location = answer.headers.get('Location');
      form = undefined;
      if (location !== null) {
        next = new URL(location, next);
        continue;
      }
      const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
      if (action === undefined) throw new Error(`${answer.status} ${next.pathname}: ${page.slice(0, 500)}`);
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'consent';
      form = new URLSearchParams({ prompt, ...(prompt === 'login' && { login: sub, password: 'any' }) });
      next = new URL(action, next);
    }
    throw new Error('the provider goes round in circles');
  }
}
