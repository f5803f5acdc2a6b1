import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DomainError } from '#src/foundation/common/index.js';
import { CounterStore } from './counters.js';
import { KnownBrowser } from './known-browser.js';
import type { Act, Counted } from './limits.js';
import { ThrottleKeys } from './throttle-keys.js';

/** An attempt that was let through. */
export interface Admission {
  /** Where it came from, as the log tells it: a name that holds for the day and leads back to no address. */
  readonly network: string;
  /** It was right: what the account had used up is forgotten, and the attempt does not count for the network. */
  succeeded(): Promise<void>;
}

type Count = readonly [counter: RateLimiterPostgres, key: string, who: Counted];

/** Counts attempts to prove who one is, over all processes, and makes them wait. */
@Injectable()
export class Attempts {
  constructor(
    private readonly counters: CounterStore,
    private readonly keys: ThrottleKeys,
    private readonly browsers: KnownBrowser,
  ) {}

  /**
   * Counts an attempt before it is looked at, so that many at once are no way round. `account` is what names the
   * account to whoever tries, whether there is one or not: the key of its address, or its id.
   *
   * @throws DomainError 429 TOO_MANY_ATTEMPTS with Retry-After, at most a quarter of an hour; 503 without the
   *   database: nothing is let through uncounted
   */
  async admit(act: Act, account: string, request: Request): Promise<Admission> {
    const counts = await this.countsOf(act, account, request);
    // One after the other: whom their own network's limit stops uses up nothing of the account's.
    for (const [counter, key] of counts) await consume(counter, key);
    return {
      network: this.keys.ofNetwork(request.ip ?? ''),
      succeeded: () => this.giveBack(counts),
    };
  }

  private async giveBack(counts: readonly Count[]): Promise<void> {
    await Promise.all(
      counts.map(([counter, key, who]) =>
        who === 'network' || who === 'account' ? counter.reward(key) : counter.delete(key),
      ),
    );
  }

  private async countsOf(act: Act, account: string, request: Request): Promise<Count[]> {
    const counters = (await this.counters.get())[act];
    const ip = request.ip ?? '';
    const browser = act === 'sign_in' ? this.browsers.of(request, account) : undefined;
    const who: readonly Counted[] = browser === undefined ? ['pair', 'network', 'account'] : ['browser'];
    const keyOf: Record<Counted, () => string> = {
      pair: () => this.keys.ofPair(account, ip),
      network: () => this.keys.ofNetwork(ip),
      account: () => this.keys.of(account),
      browser: () => this.keys.ofBrowser(account, browser ?? ''),
    };
    return who.flatMap((counted) =>
      (counters[counted] ?? []).map((counter): Count => [counter, keyOf[counted](), counted]),
    );
  }
}

async function consume(counter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await counter.consume(key);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    throw tooMany((refused as { msBeforeNext: number }).msBeforeNext);
  }
}

function tooMany(milliseconds: number): DomainError {
  return new DomainError('too_many', 'TOO_MANY_ATTEMPTS', 'Too many attempts. Wait, then try again.', {
    headers: { 'Retry-After': String(Math.max(1, Math.ceil(milliseconds / 1000))) },
  });
}
