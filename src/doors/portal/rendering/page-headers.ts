import type { Response } from 'express';

const NOTHING_ELSE = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** Everything comes from this server, and nothing runs but the islands that the page names. */
export function policyOf(islands: readonly string[] = []): string {
  return [...NOTHING_ELSE, ...(islands.length > 0 ? ["script-src 'self'"] : [])].join('; ');
}

export function setPageHeaders(response: Response, islands: readonly string[], personal: boolean): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', policyOf(islands));
  // Under no-referrer a browser sends `Origin: null` with our own forms, and a form of ours could not be told from a stranger's.
  response.setHeader('Referrer-Policy', 'same-origin');
  if (!personal) return;
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Robots-Tag', 'noindex');
}
