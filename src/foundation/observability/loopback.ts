import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const PROXY_HEADERS = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
];

/**
 * True for a caller on this machine. A proxy here is one too, but speaks for somebody elsewhere: whatever
 * carries a proxy's header does not count.
 */
export function isLoopback(request: IncomingMessage): boolean {
  const isLocal = LOOPBACK.test(request.socket.remoteAddress ?? '');
  return isLocal && PROXY_HEADERS.every((name) => request.headers[name] === undefined);
}
