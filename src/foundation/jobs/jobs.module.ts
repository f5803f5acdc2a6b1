import { Global, Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers.js';
import { JobLedger } from './worker/job-ledger.js';
import { JobMetrics } from './job-metrics.js';
import { JobRepository } from './job.repository.js';
import { JobSignals } from './job-signals.js';
import { JobWorker } from './worker/job-worker.js';
import { Jobs } from './jobs.js';
import { Queue } from './queue.js';

@Global()
@Module({
  providers: [Jobs, JobHandlers, JobLedger, JobMetrics, JobRepository, JobSignals, JobWorker, Queue],
  exports: [Jobs, JobHandlers, JobSignals, JobWorker],
})
export class JobsModule {}
