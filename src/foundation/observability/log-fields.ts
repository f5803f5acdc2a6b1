/** The whole vocabulary of the log. A new field is a decision about privacy: add it here, or it is not written. */
const FIELDS = new Set([
  'event',
  'requestId',
  'method',
  'route',
  'status',
  'durationMs',
  'code',
  'error',
  'name',
  'count',
  'job',
  'attempt',
]);

export function allowed(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => FIELDS.has(name)));
}
