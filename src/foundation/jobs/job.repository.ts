import { Injectable } from '@nestjs/common';
import type { WorkerQuery } from '#src/foundation/database/index.js';
import type { JobData, JobState, Progress } from './job.js';

/** One go at a job: a worker that has lost it to another may no longer write to it. */
export interface Go {
  readonly id: string;
  readonly kind: string;
  readonly runner: string;
  readonly attempt: number;
}

const MINE = `id = $1 and runner = $2 and attempt = $3 and state = 'running'`;
const values = ({ id, runner, attempt }: Go): unknown[] => [id, runner, attempt];

/** The table of jobs as the worker writes it; owners read it under their own role (`Jobs.find`). */
@Injectable()
export class JobRepository {
  async add(query: WorkerQuery, id: string, kind: string, owner: string | null): Promise<void> {
    await query('insert into job (id, kind, owner_id) values ($1, $2, $3)', [id, kind, owner]);
  }

  /** Undefined when it is no longer there to be begun: cancelled meanwhile. */
  async begin(
    query: WorkerQuery,
    id: string,
    runner: string,
  ): Promise<{ attempt: number; owner: string | null } | undefined> {
    const [begun] = await query<{ attempt: number; owner: string | null }>(
      `update job set state = 'running', runner = $2, attempt = attempt + 1, alive_at = now(),
              started_at = coalesce(started_at, now()), done = null, total = null
        where id = $1 and state = 'queued' returning attempt, owner_id as owner`,
      [id, runner],
    );
    return begun;
  }

  /** Whether it is still this go's, held so until the transaction ends. */
  async hold(query: WorkerQuery, go: Go): Promise<boolean> {
    return (await query(`select id from job where ${MINE} for update`, values(go))).length > 0;
  }

  /** The same of a worker that has been silent for so long. */
  async holdLost(query: WorkerQuery, go: Go, leaseSeconds: number): Promise<boolean> {
    const late = `alive_at < now() - make_interval(secs => $4)`;
    const rows = await query(`select id from job where ${MINE} and ${late} for update skip locked`, [
      ...values(go),
      leaseSeconds,
    ]);
    return rows.length > 0;
  }

  async lost(query: WorkerQuery, leaseSeconds: number): Promise<Go[]> {
    return query<Go>(
      `select id, kind, runner, attempt from job
        where state = 'running' and alive_at < now() - make_interval(secs => $1) limit 50`,
      [leaseSeconds],
    );
  }

  async stateOf(query: WorkerQuery, id: string): Promise<JobState | undefined> {
    return (await query<{ state: JobState }>('select state from job where id = $1', [id]))[0]?.state;
  }

  /** Says that the worker lives; answers with those of its jobs that are still its own. */
  async beat(query: WorkerQuery, runner: string, ids: readonly string[]): Promise<string[]> {
    const rows = await query<{ id: string }>(
      `update job set alive_at = now() where id = any ($1::uuid[]) and runner = $2 and state = 'running' returning id`,
      [ids, runner],
    );
    return rows.map(({ id }) => id);
  }

  async tell(query: WorkerQuery, go: Go, { done, total }: Progress): Promise<void> {
    await query(`update job set done = $4, total = $5, alive_at = now() where ${MINE}`, [
      ...values(go),
      done,
      total,
    ]);
  }

  async requeue(query: WorkerQuery, id: string): Promise<void> {
    await query(`update job set state = 'queued', runner = null, alive_at = null where id = $1`, [id]);
  }

  async fail(query: WorkerQuery, id: string, code: string): Promise<void> {
    await query(
      `update job set state = 'failed', error_code = $2, runner = null, alive_at = null, ended_at = now()
        where id = $1`,
      [id, code],
    );
  }

  async finish(
    query: WorkerQuery,
    id: string,
    result: JobData | null,
    progress: Progress | null,
  ): Promise<void> {
    await query(
      `update job set state = 'done', result = $2, done = coalesce($3, done), total = coalesce($4, total),
              runner = null, alive_at = null, ended_at = now() where id = $1`,
      [id, result, progress?.done ?? null, progress?.total ?? null],
    );
  }

  /** Forgets what ended long ago, and what a killed worker left in the queue of a job that was cancelled. */
  async tidy(query: WorkerQuery): Promise<void> {
    await query(`delete from job where ended_at < now() - interval '30 days'`);
    await query(
      `delete from pgboss.job q using job j
        where q.name = j.kind and q.id = j.id and j.ended_at < now() - interval '1 hour'`,
    );
  }

  async count(query: WorkerQuery): Promise<{ state: JobState; count: number; oldest: number }[]> {
    return query(
      `select state, count(*)::int as count, extract(epoch from now() - min(created_at))::float8 as oldest
         from job where state in ('queued', 'running') or (state = 'failed' and ended_at > now() - interval '1 day')
        group by state`,
    );
  }
}
