import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { Durations } from './durations.js';
import { StructuredLogger } from './logger.js';
import { isLoopback } from './loopback.js';
import { Readiness } from './readiness.js';

function lines(level: 'info' | 'error' = 'info') {
  const written: string[] = [];
  const logger = new StructuredLogger({ level, sink: { write: (line) => written.push(line) } });
  return { logger, last: () => JSON.parse(written.at(-1) ?? 'null') as Record<string, unknown> | null };
}

describe('StructuredLogger', () => {
  const access = { requestId: 'r', method: 'GET', route: '/a/:id', status: 200, durationMs: 1 };
  const more = { ip: '192.0.2.1', url: '/a/1?b', userAgent: 'x', body: {} };

  it('writes the fields of the list and no other', () => {
    const { logger, last } = lines();
    const time = expect.any(String);
    logger.access({ ...access, ...more });
    expect(last()).toEqual({ level: 30, time, event: 'request', ...access });
    logger.log({ event: 'x', ...more });
    expect(last()).toEqual({ level: 30, time, event: 'x' });
  });

  it('writes of an error where it happened, not what it said', () => {
    const { logger, last } = lines();
    const error = new Error('Maria');
    logger.error(error, error.stack, 'Room');
    expect(last()).toMatchObject({ level: 50, context: 'Room', error: { name: 'Error' } });
    logger.error('It failed', error.stack);
    expect(last()).toMatchObject({ msg: 'It failed' });
    logger.warn({ event: 'x', words: 'Maria' });
    expect(JSON.stringify(last())).not.toContain('Maria');
  });

  it('keeps to its level', () => {
    const { logger, last } = lines('error');
    logger.log('quiet');
    logger.access(access);
    expect(last()).toBeNull();
  });
});

describe('Durations', () => {
  it('renders cumulative buckets a route', () => {
    const durations = new Durations();
    for (const seconds of [0.001, 0.005, 0.3, 60]) durations.observe('GET', '/a/:id', 200, seconds);
    durations.observe('GET', '(none)', 404, 0.02);
    const text = durations.render();
    const value = (suffix: string) => {
      const line = text.split('\n').find((one) => one.startsWith(`http_request_duration_seconds_${suffix}`));
      return Number(line?.split(' ').at(-1));
    };
    const labels = 'method="GET",route="/a/:id",status="200"';
    expect(value(`bucket{${labels},le="0.005"}`)).toBe(2);
    expect(value(`bucket{${labels},le="0.25"}`)).toBe(2);
    expect(value(`bucket{${labels},le="0.5"}`)).toBe(3);
    expect(value(`bucket{${labels},le="10"}`)).toBe(3);
    expect(value(`bucket{${labels},le="+Inf"}`)).toBe(4);
    expect(value(`count{${labels}}`)).toBe(4);
    expect(value(`sum{${labels}}`)).toBeCloseTo(60.306);
    expect(value('count{method="GET",route="(none)",status="404"}')).toBe(1);
  });
});

describe('isLoopback', () => {
  const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
    isLoopback({ socket: { remoteAddress }, headers } as unknown as IncomingMessage);

  it.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('is %s', (ip) =>
    expect(from(ip)).toBe(true),
  );
  it.each(['192.0.2.127', '::2', '1127.0.0.1', '::1:1', undefined])('is not %s', (ip) =>
    expect(from(ip)).toBe(false),
  );
  it('is not a proxy that speaks for another', () => {
    expect(from('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(false);
    expect(from('::1', { forwarded: 'for=192.0.2.1' })).toBe(false);
  });
});

describe('Readiness', () => {
  it('needs every part, and asks them once for many callers', async () => {
    const readiness = new Readiness();
    let asked = 0;
    let isFine = true;
    readiness.register({
      name: 'database',
      check: () => {
        asked += 1;
        return isFine ? Promise.resolve() : Promise.reject(new Error('gone'));
      },
    });
    readiness.register({ name: 'store', check: () => Promise.resolve() });
    expect(await Promise.all([readiness.isReady(), readiness.isReady()])).toEqual([true, true]);
    expect(asked).toBe(1);
    isFine = false;
    expect(await readiness.isReady()).toBe(false);
    isFine = true;
    expect(await readiness.isReady()).toBe(true);
    readiness.beforeApplicationShutdown();
    expect(await readiness.isReady()).toBe(false);
  });
});
