import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { DomainError } from '#src/foundation/common/index.js';
import { Turnstile } from './turnstile.js';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Each takes 19 MiB and a thread: more at once would be no quicker, and a flood of them would take the memory. */
const AT_ONCE = Math.min(4, availableParallelism());
/** A second or two of work. */
const WAITING = 64;

const busy = (): DomainError =>
  new DomainError('unavailable', 'SIGN_IN_BUSY', 'Too many sign in just now. Try again.', {
    headers: { 'Retry-After': '2' },
  });

const turnstile = new Turnstile(AT_ONCE, WAITING, busy);

/** @throws DomainError 503 SIGN_IN_BUSY */
export function hashPassword(normalisedPassword: string): Promise<string> {
  return turnstile.pass(() => hash(normalisedPassword, ARGON2ID));
}

/** @throws DomainError 503 SIGN_IN_BUSY */
export function verifyPassword(kept: string, normalisedPassword: string): Promise<boolean> {
  return turnstile.pass(() => verify(kept, normalisedPassword));
}

const PARAMETERS = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/;

/** Whether it was made with less work than is asked for now. */
export function isOutdated(kept: string): boolean {
  const [, memory, time] = PARAMETERS.exec(kept) ?? [];
  if (memory === undefined || time === undefined) return true;
  return Number(memory) < ARGON2ID.memoryCost || Number(time) < ARGON2ID.timeCost;
}

const base64 = (bytes: number): string => randomBytes(bytes).toString('base64').replaceAll('=', '');

/** What no password has; checking against it takes as long as against any. */
export const DECOY = `$argon2id$v=19$m=${ARGON2ID.memoryCost},t=${ARGON2ID.timeCost},p=${ARGON2ID.parallelism}$${base64(16)}$${base64(32)}`;
