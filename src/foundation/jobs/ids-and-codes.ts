import type { JobData } from './job.js';

const ID_OR_CODE = /^[\w.:+/=-]{0,200}$/;

/** Refuses what looks like words: payloads and results are read by operators and kept in backups. */
export function assertIdsAndCodes(data: JobData): void {
  for (const [name, value] of Object.entries(data)) {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!parts.every(isIdOrCode)) throw new Error(`"${name}" of a job is neither an id, a code nor a count`);
  }
}

function isIdOrCode(value: unknown): boolean {
  if (typeof value === 'string') return ID_OR_CODE.test(value);
  return value === null || typeof value === 'boolean' || Number.isFinite(value);
}
