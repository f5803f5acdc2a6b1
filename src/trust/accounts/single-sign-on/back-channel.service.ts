import { Injectable } from '@nestjs/common';
import { AuditLog } from '#src/trust/audit/index.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { ProviderDirectory } from './provider.js';
import { answerRefused } from './single-sign-on.errors.js';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** The provider says that somebody has left (OpenID Connect Back-Channel Logout 1.0): their sessions end here too. */
@Injectable()
export class BackChannelService {
  private keys: { issuer: string; set: ReturnType<typeof import('jose').createRemoteJWKSet> } | undefined;

  constructor(
    private readonly directory: ProviderDirectory,
    private readonly desk: AccountsDesk,
    private readonly sessions: SessionsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 401 SINGLE_SIGN_ON_REFUSED for a token that is not the provider's word on this */
  async leave(token: string): Promise<void> {
    const { issuer, subject } = await this.subjectOf(token);
    await this.desk.write(async () => {
      const [linked] = await this.desk.rows<{ id: string }>({
        name: 'identity.account',
        text: 'select account_id as id from identity_link where issuer = $1 and subject = $2',
        values: [issuer, subject],
      });
      if (!linked) throw answerRefused();
      const count = await this.sessions.endAll(linked.id);
      await this.audit.record('session.ended_by_provider', 'user_account', linked.id, { count });
    });
  }

  private async subjectOf(token: string): Promise<{ issuer: string; subject: string }> {
    const { configuration, settings } = await this.directory.provider();
    const { issuer, jwks_uri: jwksUri } = configuration.serverMetadata();
    if (jwksUri === undefined) throw answerRefused();
    const { createRemoteJWKSet, jwtVerify } = await import('jose');
    if (this.keys?.issuer !== issuer) this.keys = { issuer, set: createRemoteJWKSet(new URL(jwksUri)) };
    try {
      const { payload } = await jwtVerify(token, this.keys.set, {
        issuer,
        audience: settings.clientId,
        maxTokenAge: '5 minutes',
        requiredClaims: ['sub', 'jti', 'iat', 'events'],
      });
      const { events, nonce, sub } = payload;
      const isLogout = typeof events === 'object' && events !== null && EVENT in events;
      // A token with a nonce is an ID token in disguise (2.6).
      if (!isLogout || nonce !== undefined || sub === undefined) throw answerRefused();
      return { issuer, subject: sub };
    } catch {
      throw answerRefused();
    }
  }
}
