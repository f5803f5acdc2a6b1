import { Inject, Injectable, Logger } from '@nestjs/common';
import type * as OpenId from 'openid-client';
import { CONFIG, type HearthConfig, type SingleSignOnSettings } from '#src/foundation/config/index.js';
import { isLoopback } from './loopback.js';
import { providerUnavailable, singleSignOnOff } from './single-sign-on.errors.js';

/** The library, the provider as it described itself, and what we agreed with it. */
export interface Provider {
  readonly client: typeof OpenId;
  readonly configuration: OpenId.Configuration;
  readonly settings: SingleSignOnSettings;
  /** Where the provider sends the browser back. */
  readonly redirectUri: string;
}

/** Seconds that a request to the provider may take. */
const TIMEOUT_S = 5;

/**
 * The house that vouches for the staff (OpenID Connect). It is asked for its description when the first person wants
 * to come by it: a provider that is down stops no start, and nobody who has a password.
 */
@Injectable()
export class ProviderDirectory {
  private readonly logger = new Logger('SingleSignOn');
  private found: Promise<Provider> | undefined;

  constructor(@Inject(CONFIG) private readonly config: HearthConfig) {}

  /** What people call it; undefined where none was named. */
  get name(): string | undefined {
    return this.config.singleSignOn?.name;
  }

  /** @throws DomainError 404 SINGLE_SIGN_ON_OFF, 503 PROVIDER_UNAVAILABLE */
  async provider(): Promise<Provider> {
    const { singleSignOn, publicUrl } = this.config;
    if (!singleSignOn || publicUrl === undefined) throw singleSignOnOff();
    this.found ??= this.discover(singleSignOn, `${publicUrl}/api/v1/single-sign-on/callback`);
    try {
      return await this.found;
    } catch (error) {
      this.found = undefined; // it was away: the next one asks again
      this.logger.warn(`the provider did not describe itself (${nameOf(error)})`);
      throw providerUnavailable();
    }
  }

  /** Asks the provider for its description, and so its keys, anew: it signs by one that we do not know. */
  forget(): void {
    this.found = undefined;
  }

  private async discover(settings: SingleSignOnSettings, redirectUri: string): Promise<Provider> {
    const client = await import('openid-client');
    const issuer = new URL(settings.issuer);
    const configuration = await client.discovery(
      issuer,
      settings.clientId,
      settings.clientSecret,
      undefined,
      {
        timeout: TIMEOUT_S,
        // A provider on this very machine, for trying out, may do without TLS.
        execute: isLoopback(issuer) ? [client.allowInsecureRequests] : [],
      },
    );
    // The token comes over TLS from the provider itself; its signature is looked at all the same.
    client.enableNonRepudiationChecks(configuration);
    return { client, configuration, settings, redirectUri };
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
