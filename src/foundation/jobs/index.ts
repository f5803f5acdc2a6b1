export { JobHandlers } from './job-handlers.js';
export { JOB_OWNERS, type JobOwners } from './job-owners.js';
export { JobSignals } from './job-signals.js';
export { JobWorker } from './worker/job-worker.js';
export {
  type Job,
  JOB_STATES,
  type JobContext,
  type JobData,
  type JobHandler,
  type JobState,
  type JobValue,
  type Progress,
  type Retry,
  type RunningJob,
} from './job.js';
export { Jobs, jobSession } from './jobs.js';
export { JobsModule } from './jobs.module.js';
