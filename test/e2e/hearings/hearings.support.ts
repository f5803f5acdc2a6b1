import { Client } from 'pg';
import type supertest from 'supertest';
import type { HearingStatus } from '#src/record/hearings/index.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

export interface Body {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface Desk extends TestApp {
  readonly clerk: string;
  readonly commissioner: string;
  /** A request with a key, or the public's with null. Paths are relative to /api/v1. */
  as(
    key: string | null,
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): supertest.Test;
  read(path: string, key?: string | null): supertest.Test;
  /** As the clerk; throws unless it is 201. */
  make(path: string, body: object): Promise<Body>;
  hearing(change?: object): Promise<Body>;
  /** As the clerk, with the ETag of now. */
  change(path: string, body: object): Promise<supertest.Response>;
  drop(path: string): Promise<supertest.Response>;
  move(hearingId: string, to: HearingStatus, more?: object): supertest.Test;
  /** A hearing with an agenda item, noticed. */
  noticed(change?: object): Promise<Body>;
}

export const PLAN = {
  kind: 'public_hearing',
  title: 'What schools can see',
  startsAt: '2031-03-04T09:00:00-08:00',
  timeZone: 'America/Los_Angeles',
  venue: { name: 'The Forum', address: '900 Fallon Street' },
} as const;

/** As of an hour ago: it can be opened at once. */
export const begun = (): { startsAt: string } => ({ startsAt: hoursFromNow(-1) });

export const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

export async function openDesk(): Promise<Desk> {
  const hearth = await createTestApp();
  const clerk = await hearth.bearer('clerk');
  const as: Desk['as'] = (key, method, path, body, headers = {}) => {
    const request = hearth.anybody[method](`/api/v1${path}`).set(headers);
    if (key !== null) request.set('Authorization', key);
    return body === undefined ? request : request.send(body);
  };
  const make: Desk['make'] = async (path, body) => {
    const answer = await as(clerk, 'post', path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  };
  const tagOf = async (path: string) => (await as(clerk, 'get', path)).headers['etag'] as string;
  let rooms = 0;
  // A room each: two at once in one would be a double booking.
  const hearing: Desk['hearing'] = (change = {}) =>
    make('/hearings', { ...PLAN, venue: { ...PLAN.venue, room: `Room ${(rooms += 1)}` }, ...change });
  const move: Desk['move'] = (id, to, more = {}) =>
    as(clerk, 'post', `/hearings/${id}/status-changes`, { to, ...more });
  return {
    ...hearth,
    clerk,
    commissioner: await hearth.bearer('commissioner'),
    as,
    read: (path, key = null) => as(key, 'get', path),
    make,
    hearing,
    change: async (path, body) => as(clerk, 'patch', path, body, { 'If-Match': await tagOf(path) }),
    drop: async (path) => as(clerk, 'delete', path, undefined, { 'If-Match': await tagOf(path) }),
    move,
    noticed: async (change) => {
      const made = await hearing(change);
      await make(`/hearings/${made.id}/agenda-items`, { title: 'Opening' });
      const answer = await move(made.id, 'noticed');
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return made;
    },
  };
}

/** Makes a hearing one that came in by an import, with its minutes elsewhere. */
export async function asImported(desk: Desk, hearingId: string): Promise<void> {
  const client = new Client({ connectionString: desk.database.adminUrl });
  await client.connect();
  const sql = `insert into hearing_import (hearing_id, source_key, digest) values ($1, $2, '')`;
  try {
    await client.query(sql, [hearingId, `test ${hearingId}`]);
  } finally {
    await client.end();
  }
}

/** What a refusal says, without what differs from request to request. */
export function refusal({ status, body, headers }: supertest.Response): object {
  const { requestId: _requestId, instance: _instance, ...problem } = body as Record<string, unknown>;
  const { 'x-request-id': _id, date: _date, ratelimit: _r, ...kept } = headers as Record<string, string>;
  return { status, problem, headers: kept };
}
