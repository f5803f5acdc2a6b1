import type { AccountHolder } from '#src/trust/accounts/index.js';
import { personNotFound } from '../commission.errors.js';

/**
 * A person as the holder of an account, for the database's owner alone. From then on their recusals count for it.
 *
 * @throws DomainError 404 PERSON_NOT_FOUND when it is asked for the actor of a person that is not there
 */
export function personAccount(personId: string): AccountHolder {
  return {
    id: personId,
    async actor(query) {
      const [found] = await query<{ actor: string | null }>('select actor from access.actor_of($1)', [
        personId,
      ]);
      if (!found) throw personNotFound();
      return found.actor;
    },
    async link(query, actorId) {
      await query('select access.link_person($1, $2)', [personId, actorId]);
    },
  };
}
