/** What a payload or a result may hold: ids, codes, counts. Never a word of a record (asserted by `assertIdsAndCodes`). */
export type JobValue = string | number | boolean | null | readonly (string | number)[];
export type JobData = Readonly<Record<string, JobValue>>;

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What its owner sees of a job. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  /** null until the handler has told any. */
  readonly progress: Progress | null;
  /** Why it failed; null in every other state. */
  readonly errorCode: string | null;
  readonly result: JobData | null;
  /** How often it was begun. */
  readonly attempt: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/** What a handler gets to know of the job it runs. */
export interface RunningJob<P extends JobData = JobData> {
  readonly id: string;
  readonly kind: string;
  /** The actor it runs as; null is the program itself. */
  readonly owner: string | null;
  readonly payload: P;
  /** 1 the first time. */
  readonly attempt: number;
}

export interface JobContext {
  /** Tells how far it is, in whatever the handler counts. Cheap: what comes often is written now and then. */
  readonly progress: (done: number, total: number) => void;
  /** Aborted when the job is cancelled, has run too long, or the server stops: then end soon, by throwing. */
  readonly signal: AbortSignal;
}

export interface Retry {
  /** How many times after the first. */
  readonly limit: number;
  readonly delaySeconds: number;
  /** Whether the delay doubles each time, with some chance in it. */
  readonly backoff: boolean;
}

export interface JobHandler<P extends JobData = JobData> {
  /**
   * Does the work as the job's owner and answers its result. It may be run again after a crash, even when it had
   * ended but could not say so: doing it twice must do no harm. A refusal (`DomainError` of a rule) fails the job at
   * once with its code; anything else is tried again.
   */
  run(job: RunningJob<P>, context: JobContext): Promise<JobData | void>;
  /** Default: 3 more times, after 2 s, 4 s, 8 s. */
  readonly retry?: Retry;
  /** Default 15 minutes, at most 23 hours. */
  readonly expireInSeconds?: number;
  /** How many of this kind one process runs at a time; default 1. */
  readonly concurrency?: number;
}
