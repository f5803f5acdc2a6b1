import type { ProblemAnswer } from '#src/foundation/common/index.js';
import type { Page } from '../rendering/page.js';

/** Every status that a page has words of its own for. */
const STATUSES = new Set([401, 403, 404, 413, 429]);

/** What somebody can do about it, and never a word of what was refused. */
export function problemPage({ status, code, headers }: ProblemAnswer, requestId: string): Page {
  const kind = kindOf(status, code);
  const seconds = Number(headers['Retry-After'] ?? 60);
  return {
    view: 'problem.njk',
    title: `problems.${kind}.title`,
    status,
    personal: true,
    elsewhere: '/',
    data: {
      kind,
      minutes: Math.max(1, Math.ceil(seconds / 60)),
      ...(kind === '500' && { reference: requestId }),
    },
  };
}

function kindOf(status: number, code: string): string {
  if (code === 'PROOF_TOO_OLD') return 'proof';
  if (STATUSES.has(status)) return String(status);
  return status < 500 ? '400' : '500';
}
