import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createConnection } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import request from 'supertest';
import { NOTE_ID, SLOW, startHabits } from './http-habits.app.js';

let app: NestExpressApplication;
const http = () => request(app.getHttpServer());

beforeAll(async () => {
  app = await startHabits({ rateLimitPerMinute: 0 });
});
afterAll(async () => app.close());

describe('health and metrics', () => {
  it.each(['/health/live', '/api/v1/health/live', '/health/ready', '/api/v1/health/ready'])(
    'answers %s',
    async (path) => {
      const response = await http().get(path).expect(200);
      expect(response.body).toEqual({ status: 'ok' });
      expect(response.headers['cache-control']).toBe('no-store');
    },
  );

  it('gives metrics by route pattern to this machine, and to nobody behind a proxy', async () => {
    await http().get(`/api/v1/notes/${NOTE_ID}`).expect(200);
    const { text } = await http().get('/metrics').expect(200);
    expect(text).toContain('route="/api/v1/notes/:noteId"');
    expect(text).not.toContain(NOTE_ID);
    expect(text).toContain('process_cpu_seconds_total');
    await http().get('/metrics').set('X-Forwarded-For', '203.0.113.9').expect(404);
  });

  it('ends a kept-alive connection once it stops, and is not ready', async () => {
    const stopping = await startHabits({});
    await stopping.listen(0, '127.0.0.1');
    const { port } = stopping.getHttpServer().address() as { port: number };
    const socket = createConnection(port, '127.0.0.1');
    socket.setEncoding('utf8');
    let received = '';
    socket.on('data', (part: string) => (received += part));
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.write('GET /api/v1/notes/slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await SLOW.begun;
    const closing = stopping.close();
    // The answer comes when the server has stopped already: nobody sweeps this connection any more.
    while (stopping.getHttpServer().listening) await setImmediate();
    SLOW.finish();
    await ended;
    await closing;
    expect(received).toMatch(/^HTTP\/1\.1 200/);
  });
});
