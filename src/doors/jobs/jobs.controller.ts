import { Controller, Delete, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiProblems, UuidParam } from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { JobDto } from './job.dto.js';
import { JobStreams } from './job-streams.js';
import { hasEnded, OwnJobs } from './own-jobs.service.js';

const SECONDS_UNTIL_ASKED_AGAIN = '2';

@ApiTags('Jobs')
@Controller('jobs/:jobId')
export class JobsController {
  constructor(
    private readonly jobs: OwnJobs,
    private readonly streams: JobStreams,
  ) {}

  /** Reads a job that the caller started; `Retry-After` says when to ask again. */
  @Get()
  @Requires(Permission.OwnJobs)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({
    type: JobDto,
    headers: {
      'Retry-After': { description: 'Seconds; absent once it has ended', schema: { type: 'string' } },
    },
  })
  @ApiProblems(400, 404, 429)
  async getJob(
    @UuidParam('jobId') jobId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JobDto> {
    const job = await this.jobs.get(jobId);
    if (!hasEnded(job)) response.setHeader('Retry-After', SECONDS_UNTIL_ASKED_AGAIN);
    return JobDto.from(job);
  }

  /** Cancels a job that waits or runs: 409 `JOB_ENDED` afterwards; what it did is not undone. */
  @Delete()
  @HttpCode(204)
  @Requires(Permission.OwnJobs)
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 409, 429)
  cancelJob(@UuidParam('jobId') jobId: string): Promise<void> {
    return this.jobs.cancel(jobId);
  }

  /** Follows a job: server-sent events `job`, each with the whole of it as JSON; the stream ends with the job. */
  @Get('events')
  @Requires(Permission.OwnJobs)
  @ApiOkResponse({
    description: 'One event at once and one at each change; a comment every 15 s; ends after at most 10 min',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  @ApiProblems(400, 404, 429)
  streamJobEvents(@UuidParam('jobId') jobId: string, @Res() response: Response): Promise<void> {
    return this.streams.open(jobId, response);
  }
}
