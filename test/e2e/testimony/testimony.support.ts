import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type supertest from 'supertest';
import { TRANSCRIPT_BODIES } from '#src/record/testimony/index.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

export interface Room extends TestApp {
  /** Past the policies. */
  readonly admin: Client;
  readonly clerk: string;
  /** A hearing, written past the hearings room. */
  hearing(audience?: 'desk' | 'public'): Promise<string>;
  as(
    key: string | null,
    method: 'get' | 'post' | 'patch' | 'put',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): supertest.Test;
  post(path: string, body: object): supertest.Test;
  /** Reads what is there, and changes it with its ETag. */
  change(method: 'patch' | 'put', path: string, body: object, at?: string): Promise<supertest.Response>;
  recording(hearingId: string, more?: object): Promise<string>;
  transcript(recordingId: string, content: string, more?: object): Promise<string>;
  status(path: string, to: string, reason?: string): Promise<void>;
}

export async function createRoom(): Promise<Room> {
  const settings = { logLevel: 'silent', largeBodies: TRANSCRIPT_BODIES } as const;
  const hearth = await createTestApp(settings);
  const admin = new Client({ connectionString: hearth.database.adminUrl });
  await admin.connect();
  const clerk = await hearth.bearer('clerk');
  const as: Room['as'] = (key, method, path, body, headers = {}) => {
    const request = hearth.anybody[method](`/api/v1${path}`).set(headers);
    if (key !== null) request.set('Authorization', key);
    return body === undefined ? request : request.send(body);
  };
  const post: Room['post'] = (path, body) => as(clerk, 'post', path, body);
  const made = async (request: supertest.Test): Promise<string> => {
    const { status, body } = await request;
    if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return (body as { id: string }).id;
  };
  return {
    ...hearth,
    admin,
    clerk,
    as,
    post,
    hearing: async (audience = 'public') => {
      const id = randomUUID();
      await admin.query(
        `insert into hearing (id, kind, title, starts_at, time_zone, own_audience, protected)
         values ($1, 'public_hearing', 'A hearing', '2026-03-01T17:00:00Z', 'America/Los_Angeles', $2, false)`,
        [id, audience],
      );
      return id;
    },
    change: async (method, path, body, at = path) => {
      const seen = await as(clerk, 'get', at);
      return as(clerk, method, path, body, { 'If-Match': etagOf(seen) });
    },
    recording: (hearingId, more = {}) => made(post('/recordings', { hearingId, title: 'Whole', ...more })),
    transcript: (recordingId, content, more = {}) =>
      made(post(`/recordings/${recordingId}/transcripts`, { format: 'vtt', content, ...more })),
    status: async (path, to, reason) => {
      const { status, body } = await post(`${path}/status-changes`, { to, reason });
      if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
    },
    close: async () => {
      await admin.end();
      await hearth.close();
    },
  };
}

/** As the answer gives it; empty where it has none. */
export function etagOf(response: supertest.Response | undefined): string {
  return response?.get('ETag') ?? '';
}

export const VTT = `WEBVTT

00:00.000 --> 00:02.500
<v Chair>Good morning.

00:02.500 --> 00:05.000
<v Chair>The first witness, please.

00:07.000 --> 00:11.250
<v Ann Roe>My name is Ann Roe.

00:11.250 --> 00:14.000
<v Ann Roe>I lived it.

00:14.000 --> 00:15.000
<v Chair>Thank you.
`;
