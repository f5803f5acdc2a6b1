import { Injectable } from '@nestjs/common';
import { WorkerDatabase } from '#src/foundation/database/index.js';
import { Metrics } from '#src/foundation/observability/index.js';
import { JobRepository } from './job.repository.js';

const STATES = ['queued', 'running', 'failed'] as const;

/** Tells `/metrics` how many jobs wait, run, and failed within a day. */
@Injectable()
export class JobMetrics {
  constructor(
    metrics: Metrics,
    private readonly database: WorkerDatabase,
    private readonly jobs: JobRepository,
  ) {
    metrics.add(() => this.render());
  }

  private async render(): Promise<string> {
    const counts = await this.database.transaction((query) => this.jobs.count(query));
    const of = (state: string) => counts.find((count) => count.state === state);
    return [
      '# HELP hearth_jobs Jobs of all processes; failed ones of the last 24 hours.',
      '# TYPE hearth_jobs gauge',
      ...STATES.map((state) => `hearth_jobs{state="${state}"} ${of(state)?.count ?? 0}`),
      '# HELP hearth_jobs_oldest_queued_seconds How long the job that waits longest has waited.',
      '# TYPE hearth_jobs_oldest_queued_seconds gauge',
      `hearth_jobs_oldest_queued_seconds ${of('queued')?.oldest ?? 0}`,
      '',
    ].join('\n');
  }
}
