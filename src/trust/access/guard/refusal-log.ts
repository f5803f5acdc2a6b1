import type { Actor } from '../rules/index.js';

/** Somebody known who asked for what they may not. */
export interface AccessRefusal {
  readonly actor: Actor & { readonly id: string };
  /** Of the answer: `FORBIDDEN`, `SCOPE_MISSING`, `SESSION_REQUIRED`. */
  readonly code: string;
  /** What the handler requires; null where it requires none. */
  readonly permission: string | null;
}

/** What `access` asks and `trust/audit` answers: to write a refusal down. It never throws: a refusal stays one. */
export interface RefusalLog {
  refused(refusal: AccessRefusal): Promise<void>;
}

export const REFUSAL_LOG = Symbol('RefusalLog');
