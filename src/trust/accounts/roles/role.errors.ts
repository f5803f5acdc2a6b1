import { DomainError, notFound, notReady } from '#src/foundation/common/index.js';
import type { GivenRole, RefusedDecision } from './role.policy.js';

const FORBIDDEN_TOGETHER = 'No person holds both of these roles.';

/** 422: `pointer` is the list of roles in the body. */
export const rolesConflict = (
  pairs: readonly (readonly [GivenRole, GivenRole])[],
  pointer: string,
): DomainError =>
  new DomainError('rule', 'ROLES_CONFLICT', FORBIDDEN_TOGETHER, {
    errors: pairs.map(([one, other]) => ({
      pointer,
      code: 'ROLES_CONFLICT',
      detail: `${one} and ${other} are never one person's`,
    })),
  });

/** 409: a role given meanwhile does not go with the one that was asked for. */
export const roleConflictsNow = (): DomainError => notReady('ROLES_CONFLICT', FORBIDDEN_TOGETHER);

export const ownRole = (): DomainError =>
  new DomainError('forbidden', 'OWN_ROLE', 'Nobody asks for a sensitive role for themself.');

export const lastAdmin = (): DomainError =>
  notReady('LAST_ADMIN', 'Somebody has to administer: there is no other active administrator.');

export const roleRequestNotFound = (): DomainError =>
  notFound('ROLE_REQUEST_NOT_FOUND', 'request for a role');

export const alreadyDecided = (): DomainError =>
  notReady('ALREADY_DECIDED', 'This request was decided before.');

const REFUSED: Readonly<Record<RefusedDecision, string>> = {
  NOT_THE_ASKER: 'Only whoever asked takes a request back.',
  SECOND_PERSON_NEEDED: 'Somebody else decides: neither who asked nor the person concerned.',
};

export const decisionRefused = (code: RefusedDecision): DomainError =>
  new DomainError('forbidden', code, REFUSED[code]);
