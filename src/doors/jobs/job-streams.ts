import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { JobSignals } from '#src/foundation/jobs/index.js';
import { currentActor } from '#src/trust/access/index.js';
import { tooManyStreams } from './job.errors.js';
import { JobStream } from './job-stream.js';
import { OwnJobs } from './own-jobs.service.js';

/** Of one person and process; a browser opens six a host. */
const MOST_OF_ONE = 12;

/** The streams that are open in this process, and whose they are. */
@Injectable()
export class JobStreams implements BeforeApplicationShutdown {
  private readonly streams = new Map<JobStream, string>();

  constructor(
    private readonly jobs: OwnJobs,
    private readonly signals: JobSignals,
  ) {}

  /** @throws DomainError 404 JOB_NOT_FOUND, 429 TOO_MANY_STREAMS, both before anything is sent */
  async open(jobId: string, response: Response): Promise<void> {
    const read = () => this.jobs.get(jobId);
    const job = await read();
    const person = currentActor().id ?? '';
    if ([...this.streams.values()].filter((whose) => whose === person).length >= MOST_OF_ONE)
      throw tooManyStreams();
    const stream = new JobStream(response, read, () => {
      stopListening();
      this.streams.delete(stream);
    });
    const stopListening = this.signals.on('changed', (id) => {
      if (id === jobId || id === '') stream.look();
    });
    this.streams.set(stream, person);
    stream.begin(job);
  }

  /** How many are open. */
  get count(): number {
    return this.streams.size;
  }

  /** A server that stops waits for its answers, and these would not end by themselves. */
  beforeApplicationShutdown(): void {
    for (const stream of this.streams.keys()) stream.end();
  }
}
