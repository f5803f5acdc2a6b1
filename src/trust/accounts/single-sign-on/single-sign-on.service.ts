import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '#src/foundation/common/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { SessionStage } from '../entities/account-session.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import '../sessions/session-data.js';
import { SignInService } from '../sessions/sign-in.service.js';
import { DOORKEEPER } from '../operator.js';
import { claimsOf, rolesOf } from './claims.js';
import { Members } from './members.js';
import { type Provider, ProviderDirectory } from './provider.js';
import { answerRefused, providerUnavailable } from './single-sign-on.errors.js';

/** The pages that each stage goes on at. */
const NEXT: Readonly<Record<SessionStage, string>> = {
  none: '/sign-in',
  second_factor: '/sign-in/second-factor',
  enrolment: '/account',
  whole: '/account',
};

/** Signing in by another house: authorization code flow with PKCE (OpenID Connect Core 3.1, RFC 7636). */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly directory: ProviderDirectory,
    private readonly members: Members,
    private readonly signing: SignInService,
    private readonly desk: AccountsDesk,
    private readonly audit: AuditLog,
  ) {}

  /** Where the browser goes; the session keeps what the answer is held against. */
  async begin(request: Request): Promise<string> {
    const { client, configuration, redirectUri } = await this.directory.provider();
    const kept = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    request.session.singleSignOn = kept;
    await saved(request);
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
      code_challenge_method: 'S256',
    });
    return url.toString();
  }

  /** Takes the provider's answer; the page that signing in goes on at. Hearth's own second factor is still asked for. */
  async finish(request: Request): Promise<string> {
    const provider = await this.directory.provider();
    const { singleSignOn: kept } = request.session;
    // Good for one answer: whoever sends it again has none.
    delete request.session.singleSignOn;
    await saved(request);
    if (!kept) throw answerRefused();
    try {
      const claims = claimsOf(await tokenOf(provider, request, kept), provider.settings.groupsClaim);
      const accountId = await this.members.admit(claims, rolesOf(claims.groups, provider.settings.roles));
      return NEXT[(await this.signing.begin(request, accountId)).stage];
    } catch (error) {
      if (isUnknownKey(error)) this.directory.forget();
      await this.desk.write(() => this.audit.record('session.refused', 'user_account', DOORKEEPER.id!));
      throw refusalOf(error);
    }
  }

  /** Where the browser signs out at the provider too; null where the provider has no such page. */
  async farewell(): Promise<string | null> {
    const { client, configuration, settings, redirectUri } = await this.directory.provider();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    const back = new URL('/', redirectUri).toString();
    return client
      .buildEndSessionUrl(configuration, { post_logout_redirect_uri: back, client_id: settings.clientId })
      .toString();
  }
}

interface Kept {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

async function tokenOf(
  { client, configuration, redirectUri }: Provider,
  request: Request,
  { state, nonce, verifier }: Kept,
): Promise<Readonly<Record<string, unknown>>> {
  const url = new URL(redirectUri);
  url.search = new URL(request.originalUrl, redirectUri).search;
  const tokens = await client.authorizationCodeGrant(configuration, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw answerRefused();
  return claims;
}

/** The library asks for the keys at most once a minute. */
function isUnknownKey(error: unknown): boolean {
  const code = (given: unknown): unknown =>
    typeof given === 'object' && given !== null && 'code' in given ? given.code : undefined;
  return [code(error), error instanceof Error ? code(error.cause) : undefined].includes(
    'OAUTH_KEY_SELECTION_FAILED',
  );
}

/** Whether the provider could not be reached, or its answer is no good; never a word of it. */
function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const isAway =
    error instanceof TypeError || (error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name));
  return isAway ? providerUnavailable() : answerRefused();
}

function saved({ session }: Request): Promise<void> {
  return new Promise((resolve, reject) =>
    session.save((error: unknown) => (error ? reject(error) : resolve())),
  );
}
