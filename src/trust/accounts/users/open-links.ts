import { Injectable } from '@nestjs/common';
import { TOKEN_PURPOSES } from '../entities/account-token.entity.js';
import { AccountTokens } from '../tokens/account-tokens.js';

@Injectable()
export class OpenLinks {
  constructor(private readonly tokens: AccountTokens) {}

  /** Whatever was sent out opens the account no more. Within a unit of work. */
  async end(accountId: string): Promise<void> {
    for (const purpose of TOKEN_PURPOSES) await this.tokens.end(accountId, purpose);
  }
}
