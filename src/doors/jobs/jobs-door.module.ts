import { Module } from '@nestjs/common';
import { JobStreams } from './job-streams.js';
import { JobsController } from './jobs.controller.js';
import { OwnJobs } from './own-jobs.service.js';

/**
 * The way in to jobs of every room: they are kept below trust, which knows nobody, and asked about here, where it is
 * known who asks.
 */
@Module({ controllers: [JobsController], providers: [OwnJobs, JobStreams] })
export class JobsDoorModule {}
