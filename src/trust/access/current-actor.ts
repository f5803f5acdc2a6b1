import { randomUUID } from 'node:crypto';
import { requestContext, runInContext, setCaller } from '#src/foundation/common/index.js';
import { type Actor, PUBLIC_ACTOR } from './rules/index.js';

const actors = new WeakMap<object, Actor>();

/** Whoever the current request acts for; the public until the guard said otherwise. */
export function currentActor(): Actor {
  return actors.get(requestContext()) ?? PUBLIC_ACTOR;
}

export function setActor(actor: Actor): void {
  setCaller(actor.id ?? 'public');
  if (actor.id !== null) actors.set(requestContext(), actor);
}

/** Runs work outside HTTP (command line, sample, jobs) as an actor. */
export function actAs<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return runInContext({ requestId: randomUUID(), caller: actor.id ?? 'public' }, () => {
    if (actor.id !== null) actors.set(requestContext(), actor);
    return work();
  });
}
