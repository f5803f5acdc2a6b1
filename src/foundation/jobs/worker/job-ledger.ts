import { Inject, Injectable } from '@nestjs/common';
import { WorkerDatabase, type WorkerQuery } from '#src/foundation/database/index.js';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import type { Progress } from '../job.js';
import type { Begun, Outcome } from './job-run.js';
import { type Go, JobRepository } from '../job.repository.js';
import { Queue } from '../queue.js';

/**
 * Moves jobs from state to state: the queue's row and the owner's always in one transaction. Whoever ends a job holds
 * the owner's row first, whoever begins one the queue's; no job is in both hands, so they cannot block each other.
 */
@Injectable()
export class JobLedger {
  constructor(
    private readonly database: WorkerDatabase,
    private readonly queue: Queue,
    private readonly jobs: JobRepository,
    @Inject(CONFIG) private readonly config: HearthConfig,
  ) {}

  due(kinds: readonly string[]): Promise<string[]> {
    return this.database.transaction((query) => this.queue.due(query, kinds));
  }

  /** The next job of this kind, begun; undefined when there is none. */
  begin(kind: string, runner: string): Promise<Begun | undefined> {
    return this.database.transaction(async (query) => {
      for (;;) {
        const taken = await this.queue.take(query, kind);
        if (!taken) return undefined;
        const begun = await this.jobs.begin(query, taken.id, runner);
        if (begun) return { ...taken, ...begun, runner };
        await this.queue.remove(query, kind, taken.id);
      }
    });
  }

  /** Writes how a go ended, unless the job is no longer its own. */
  settle(go: Go, outcome: Outcome, progress: Progress | null): Promise<void> {
    return this.database.transaction(async (query) => {
      if (!(await this.jobs.hold(query, go))) return this.clear(query, go);
      switch (outcome.end) {
        case 'done':
          await this.queue.remove(query, go.kind, go.id);
          return this.jobs.finish(query, go.id, outcome.result, progress);
        case 'failed':
          return this.fail(query, go, outcome.code, outcome.mayPass);
        case 'put back':
        case 'not ours': // it says so and yet it is: then it begins anew
          await this.queue.putBack(query, go.kind, go.id);
          return this.jobs.requeue(query, go.id);
      }
    });
  }

  tell(go: Go, progress: Progress): Promise<void> {
    return this.database.transaction((query) => this.jobs.tell(query, go, progress));
  }

  beat(runner: string, ids: readonly string[]): Promise<string[]> {
    return this.database.transaction((query) => this.jobs.beat(query, runner, ids));
  }

  /** Takes from workers that are silent what they were at. It counts as a failure: a job may be what kills them. */
  async reclaim(): Promise<void> {
    const { jobLeaseSeconds } = this.config;
    const lost = await this.database.transaction((query) => this.jobs.lost(query, jobLeaseSeconds));
    for (const go of lost) {
      await this.database.transaction(async (query) => {
        if (await this.jobs.holdLost(query, go, jobLeaseSeconds))
          await this.fail(query, go, 'WORKER_LOST', true);
      });
    }
  }

  tidy(): Promise<void> {
    return this.database.transaction((query) => this.jobs.tidy(query));
  }

  private async fail(query: WorkerQuery, go: Go, code: string, mayPass: boolean): Promise<void> {
    if (mayPass && (await this.queue.retry(query, go.kind, go.id))) return this.jobs.requeue(query, go.id);
    if (!mayPass) await this.queue.remove(query, go.kind, go.id);
    return this.jobs.fail(query, go.id, code);
  }

  private async clear(query: WorkerQuery, go: Go): Promise<void> {
    if ((await this.jobs.stateOf(query, go.id)) === 'cancelled')
      await this.queue.remove(query, go.kind, go.id);
  }
}
