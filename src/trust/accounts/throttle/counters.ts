import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Pools } from '#src/foundation/database/index.js';
import { type Act, type Counted, type Limit, LIMITS } from './limits.js';

export type Counters = Readonly<
  Record<Act, Readonly<Partial<Record<Counted, readonly RateLimiterPostgres[]>>>>
>;

/** The counters of all processes, in the database; read at the first attempt. */
@Injectable()
export class CounterStore {
  private loading: Promise<Counters> | undefined;

  constructor(private readonly pools: Pools) {}

  get(): Promise<Counters> {
    this.loading ??= this.load();
    return this.loading;
  }

  private async load(): Promise<Counters> {
    const { RateLimiterPostgres } = await import('rate-limiter-flexible');
    let isFirst = true;
    const counter = (prefix: string, { attempts, seconds }: Limit): RateLimiterPostgres => {
      const made = new RateLimiterPostgres({
        // `hearth_app` itself, which has this one table: no role is taken, no transaction opened.
        storeClient: this.pools.signedIn,
        storeType: 'pool',
        tableName: 'throttle',
        tableCreated: true,
        keyPrefix: prefix,
        points: attempts,
        duration: seconds,
        blockDuration: seconds,
        // One of them sweeps for all.
        clearExpiredByTimeout: isFirst,
      });
      isFirst = false;
      return made;
    };
    const made = Object.entries(LIMITS).map(([act, counted]) => [
      act,
      Object.fromEntries(
        Object.entries(counted).map(([who, limits]) => [
          who,
          limits.map((limit) => counter(`${act}-${who}-${limit.seconds}`, limit)),
        ]),
      ),
    ]);
    return Object.fromEntries(made) as Counters;
  }
}
