import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  currentManager,
  currentTransaction,
  Database,
  type Session,
  WorkerDatabase,
  type WorkerQuery,
} from '#src/foundation/database/index.js';
import { assertIdsAndCodes } from './ids-and-codes.js';
import type { Job, JobData, JobState } from './job.js';
import { JobHandlers } from './job-handlers.js';
import { JobRepository } from './job.repository.js';
import { Queue } from './queue.js';

/** On whose behalf jobs are read and cancelled: theirs alone, whatever roles they have. */
export const jobSession = (person: string): Session => ({ role: 'hearth_jobs', person });

interface JobRow extends Omit<Job, 'progress'> {
  readonly done: number | null;
  readonly total: number | null;
  readonly state: JobState;
}

/** Work for later. */
@Injectable()
export class Jobs {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly queue: Queue,
    private readonly jobs: JobRepository,
    private readonly work: WorkerDatabase,
    private readonly database: Database,
  ) {}

  /**
   * Puts a job in the queue, in the current unit of work if there is one: a transaction that is rolled back leaves no
   * job. `owner` (default: who acts in the unit of work; null: the program itself) may read and cancel it, and it runs
   * as them. Answers its id.
   *
   * @throws Error for a kind that no room has registered, and for a payload that holds words
   */
  async enqueue(kind: string, payload: JobData, options: { owner?: string | null } = {}): Promise<string> {
    const handler = this.handlers.of(kind);
    assertIdsAndCodes(payload);
    await this.queue.ensure(kind);
    const transaction = currentTransaction();
    const owner = options.owner === undefined ? (transaction?.session.person ?? null) : options.owner;
    const id = randomUUID();
    const add = async (query: WorkerQuery): Promise<void> => {
      await this.jobs.add(query, id, kind, owner);
      await this.queue.send(query, { id, kind, payload }, handler);
    };
    if (transaction) await add(async (text, values = []) => transaction.manager.query(text, [...values]));
    else await this.work.transaction(add);
    return id;
  }

  /** Null for what is not there, and for what is somebody else's. */
  async find(person: string, id: string): Promise<Job | null> {
    const [row] = await this.database.rows<JobRow>(jobSession(person), {
      name: 'job.find',
      text: `select id, kind, state, done::float8 as done, total::float8 as total, error_code as "errorCode", result, attempt,
                    created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt"
               from job where id = $1`,
      values: [id],
    });
    if (!row) return null;
    const { done, total, ...job } = row;
    return { ...job, progress: done === null || total === null ? null : { done, total } };
  }

  /**
   * Within a unit of work of `jobSession`: the job ends as cancelled, and whichever process runs it hears so at the
   * commit. False when it has ended before.
   */
  async cancel(id: string): Promise<boolean> {
    const [, changed] = await currentManager().query<[unknown[], number]>(
      `update job set state = 'cancelled', ended_at = now() where id = $1 and state in ('queued', 'running')`,
      [id],
    );
    return changed > 0;
  }
}
