import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#src/foundation/database/index.js';
import { type Job, Jobs, jobSession } from '#src/foundation/jobs/index.js';
import { currentActor } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { jobEnded, jobNotFound } from './job.errors.js';

export const hasEnded = (job: Job): boolean => job.state !== 'queued' && job.state !== 'running';

/** The caller's own jobs. Somebody else's, and the program's, are not there. */
@Injectable()
export class OwnJobs {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 404 JOB_NOT_FOUND */
  async get(id: string): Promise<Job> {
    const job = await this.jobs.find(this.person(), id);
    if (!job) throw jobNotFound();
    return job;
  }

  /**
   * A job that waits is never begun; one that runs is told to end, wherever it runs. Again changes nothing.
   *
   * @throws DomainError 404 JOB_NOT_FOUND, 409 JOB_ENDED
   */
  async cancel(id: string): Promise<void> {
    const before = await this.get(id);
    if (before.state === 'cancelled') return;
    await this.unitOfWork.run(jobSession(this.person()), async () => {
      const cancelled = await this.jobs.cancel(id);
      // Two at once, and a job that ends at this moment: what it is now decides.
      if (!cancelled && (await this.get(id)).state !== 'cancelled') throw jobEnded();
      await this.audit.record('job.cancelled', 'job', id, { kind: before.kind });
    });
  }

  private person(): string {
    const { id } = currentActor();
    if (id === null) throw jobNotFound();
    return id;
  }
}
