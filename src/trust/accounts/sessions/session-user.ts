import type { Request } from 'express';
import type { Actor } from '#src/trust/access/index.js';
import { rightsOf } from '../shared/actor-rows.js';
import './session-data.js';
import { openedSession } from './session-store.js';

/** What Passport carries from the session to the request. */
export interface SessionUser {
  readonly id: string;
}

/** Whom the request's session stands for; null where there is none, or nobody has given a password in it. */
export function actorOfSession(request: Request): Actor | null {
  const opened = openedSession();
  if (request.user === undefined || !opened || opened.account_id === null) return null;
  const who = { id: opened.account_id, name: opened.actor_name ?? '', scopes: [] };
  // Half a sign-in has no rights, whatever its person has.
  if (opened.stage !== 'whole') return { ...who, via: 'sign_in', roles: [], recusals: [] };
  return { ...who, via: 'session', ...rightsOf(opened) };
}
