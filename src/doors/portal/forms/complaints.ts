import type { Dictionary } from '../rendering/dictionary.js';
import type { Refusal } from './refusal.js';

export interface WrittenComplaints {
  /** For the summary at the top: each leads to its field. */
  readonly summary: readonly { readonly text: string; readonly href?: string }[];
  /** By the name of the field. */
  readonly fields: Readonly<Record<string, { readonly text: string }>>;
}

/** What was wrong, in words: those for this complaint about this field, or about any. */
export function writeComplaints({ complaints, minutes }: Refusal, dictionary: Dictionary): WrittenComplaints {
  const written = complaints.map(({ field, code }) => ({
    field,
    text: dictionary.firstOf([`errors.${field ?? ''}.${code}`, `errors.${code}`, 'errors.OTHER'], {
      minutes,
    }),
  }));
  return {
    summary: written.map(({ field, text }) => ({ text, ...(field && { href: `#${field}` }) })),
    fields: Object.fromEntries(
      written.flatMap(({ field, text }) => (field ? [[field, { text }] as const] : [])),
    ),
  };
}
