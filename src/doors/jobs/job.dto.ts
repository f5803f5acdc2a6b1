import { ApiProperty } from '@nestjs/swagger';
import { type Job, type JobData, JOB_STATES, type JobState } from '#src/foundation/jobs/index.js';

export class JobProgressDto {
  /** In what the job counts: cues, rows, bytes. */
  done: number;
  total: number;
}

export class JobErrorDto {
  /** UPPER_SNAKE: the code that the same act would answer at once, `JOB_FAILED`, `JOB_EXPIRED` or `WORKER_LOST`. */
  code: string;
}

/** Work that goes on after its request was answered. */
export class JobDto {
  /** @format uuid */
  id: string;

  /** The room and the act, e.g. `audit.verify`. */
  kind: string;

  /** `done`, `failed` and `cancelled` are ends. */
  @ApiProperty({ enum: JOB_STATES })
  status: JobState;

  /** null until it has told any. */
  @ApiProperty({ type: () => JobProgressDto, nullable: true })
  progress: JobProgressDto | null;

  /** What a done job made: ids, codes and counts, whose records ask the gate anew. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  result: JobData | null;

  /** Of a failed job. */
  @ApiProperty({ type: () => JobErrorDto, nullable: true })
  error: JobErrorDto | null;

  /** How often it was begun: a server that stops, or a failure that may pass, begins it anew. */
  attempt: number;

  createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: Date | null;

  static from(job: Job): JobDto {
    return {
      id: job.id,
      kind: job.kind,
      status: job.state,
      progress: job.progress && { done: job.progress.done, total: job.progress.total },
      result: job.result,
      error: job.errorCode === null ? null : { code: job.errorCode },
      attempt: job.attempt,
      createdAt: job.createdAt,
      startedAt: job.startedAt,
      endedAt: job.endedAt,
    };
  }
}
