import type supertest from 'supertest';

/** Headers that differ between two equal answers: ids of requests, clocks and counters. */
const VOLATILE = new Set([
  'x-request-id',
  'date',
  'ratelimit',
  'ratelimit-policy',
  'connection',
  'keep-alive',
]);

export interface Fingerprint {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** All that an answer tells, with the ids that were asked about called by their place. */
export function fingerprint(
  { status, headers, text, body }: supertest.Response,
  asked: readonly string[] = [],
): Fingerprint {
  const told = Object.entries(headers as Record<string, string>).filter(([name]) => !VOLATILE.has(name));
  const words = text ?? (Buffer.isBuffer(body) ? body.toString() : '');
  return {
    status,
    headers: Object.fromEntries(told.map(([name, value]) => [name, named(value, asked)])),
    body: named(words.replace(/"requestId":"[^"]*"/, ''), asked),
  };
}

function named(text: string, asked: readonly string[]): string {
  return asked.reduce((told, id, place) => told.replaceAll(id, `<${place}>`), text);
}
