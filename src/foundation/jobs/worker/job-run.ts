import { Logger } from '@nestjs/common';
import { describeError } from '#src/foundation/common/index.js';
import { assertIdsAndCodes } from '../ids-and-codes.js';
import type { JobContext, JobData, Progress } from '../job.js';
import { failureOf } from './job-failure.js';
import type { KnownHandler } from '../job-handlers.js';
import type { JobOwners } from '../job-owners.js';
import type { Go } from '../job.repository.js';

/** Why a run is broken off. */
export type Stop = 'cancelled' | 'lost' | 'expired' | 'shutdown';

/** How a run ended, and so what becomes of the job. */
export type Outcome =
  | { readonly end: 'done'; readonly result: JobData | null }
  | { readonly end: 'failed'; readonly code: string; readonly mayPass: boolean }
  | { readonly end: 'put back' }
  | { readonly end: 'not ours' };

/** A handler that does not heed its signal is left to itself after this. */
const GRACE_MS = 8_000;

export interface Begun extends Go {
  readonly payload: JobData;
  readonly owner: string | null;
}

/** One go of one job through its handler. */
export class JobRun {
  /** The last told; null if the handler told none. */
  progress: Progress | null = null;
  private readonly controller = new AbortController();
  private readonly logger = new Logger('Jobs');
  private stopped: Stop | undefined;
  private abandon: (error: Error) => void = () => undefined;
  private grace: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    readonly begun: Begun,
    private readonly handler: KnownHandler,
    private readonly owners: JobOwners,
    private readonly told: () => void,
  ) {}

  stop(reason: Stop): void {
    if (this.stopped || this.isOver) return;
    this.stopped = reason;
    this.grace = setTimeout(() => this.abandon(new Error('the handler did not end')), GRACE_MS);
    this.controller.abort(new Error(`the job was stopped: ${reason}`));
  }

  async through(): Promise<Outcome> {
    const expiry = setTimeout(() => this.stop('expired'), this.handler.expireInSeconds * 1_000);
    const abandoned = new Promise<never>((_resolve, reject) => (this.abandon = reject));
    try {
      const result = (await Promise.race([this.handle(), abandoned])) ?? null;
      if (result) assertIdsAndCodes(result);
      return { end: 'done', result };
    } catch (error) {
      return this.outcomeOf(error);
    } finally {
      this.isOver = true;
      clearTimeout(expiry);
      clearTimeout(this.grace);
    }
  }

  private handle(): Promise<JobData | void> {
    const { id, kind, owner, payload, attempt } = this.begun;
    const context: JobContext = {
      signal: this.controller.signal,
      progress: (done, total) => {
        this.progress = { done, total };
        this.told();
      },
    };
    return this.owners.run(owner, async () =>
      this.handler.run({ id, kind, owner, payload, attempt }, context),
    );
  }

  private outcomeOf(error: unknown): Outcome {
    switch (this.stopped) {
      case 'cancelled':
      case 'lost':
        return { end: 'not ours' };
      case 'shutdown':
        return { end: 'put back' };
      case 'expired':
        return this.failed('JOB_EXPIRED', true, error);
      default: {
        const { code, mayPass } = failureOf(error);
        return this.failed(code, mayPass, error);
      }
    }
  }

  private failed(code: string, mayPass: boolean, error: unknown): Outcome {
    const { id, kind, attempt } = this.begun;
    this.logger.warn({
      event: 'job failed',
      job: id,
      name: kind,
      attempt,
      code,
      error: describeError(error),
    });
    return { end: 'failed', code, mayPass };
  }
}
