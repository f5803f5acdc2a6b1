import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { requestContext } from '#src/foundation/common/index.js';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import type { TokenPurpose } from '../entities/account-token.entity.js';

const PAGES: Readonly<Record<TokenPurpose, string>> = { invitation: 'invitation', reset: 'reset' };
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

const ports = new WeakMap<object, number>();

/** Notes at which port of this machine the current request came in, if it came from this machine. */
export function noteLocalPort({ socket }: Request): void {
  const { localAddress = '', remoteAddress = '', localPort } = socket;
  if (localPort !== undefined && LOOPBACK.test(localAddress) && LOOPBACK.test(remoteAddress))
    ports.set(requestContext(), localPort);
}

/** Where a token is used. */
@Injectable()
export class AccountLinks {
  constructor(@Inject(CONFIG) private readonly config: HearthConfig) {}

  /**
   * The address of the page that takes the token, with the token behind `#`: what is there no server and no log
   * gets to see. Undefined where nobody said by which address the world knows this server: a `Host` header is the
   * sender's choice, and would mail somebody's token to a host of his.
   */
  to(purpose: TokenPurpose, secret: string, language: 'en' | 'es' = 'en'): string | undefined {
    const origin = this.origin();
    const folder = language === 'en' ? '' : `/${language}`;
    return origin === undefined ? undefined : `${origin}${folder}/${PAGES[purpose]}#token=${secret}`;
  }

  /** A plain start has no `PUBLIC_URL`; whoever tries it out sits at this machine. */
  private origin(): string | undefined {
    const { publicUrl, trustProxy } = this.config;
    const port = ports.get(requestContext());
    if (publicUrl !== undefined) return publicUrl;
    return port === undefined || trustProxy > 0 ? undefined : `http://127.0.0.1:${port}`;
  }
}
