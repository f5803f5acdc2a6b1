import { Injectable } from '@nestjs/common';
import type { JobData, JobHandler, Retry } from './job.js';

const RETRY: Retry = { limit: 3, delaySeconds: 2, backoff: true };
const QUARTER_OF_AN_HOUR = 900;
/** pg-boss takes less than 24 hours. */
const MOST_SECONDS = 23 * 3_600;

export type KnownHandler = Required<JobHandler>;

/** Which kinds of jobs there are. A room registers its own when its module is made, in every process. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, KnownHandler>();

  /** `kind` is named after the room and the act: `audit.verify`. */
  register<P extends JobData>(kind: string, handler: JobHandler<P>): void {
    if (!/^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/.test(kind) || kind.length > 63)
      throw new Error(`"${kind}" is not the name of a kind of job`);
    if (this.handlers.has(kind)) throw new Error(`Two handlers for jobs of kind ${kind}`);
    const expireInSeconds = handler.expireInSeconds ?? QUARTER_OF_AN_HOUR;
    if (expireInSeconds > MOST_SECONDS) throw new Error(`A job of kind ${kind} may take too long`);
    this.handlers.set(kind, {
      run: (job, context) => handler.run(job as never, context),
      retry: handler.retry ?? RETRY,
      expireInSeconds,
      concurrency: handler.concurrency ?? 1,
    });
  }

  get kinds(): string[] {
    return [...this.handlers.keys()];
  }

  /** @throws Error for a kind that nobody registered: a programming error */
  of(kind: string): KnownHandler {
    const handler = this.handlers.get(kind);
    if (!handler) throw new Error(`No room handles jobs of kind ${kind}`);
    return handler;
  }
}
