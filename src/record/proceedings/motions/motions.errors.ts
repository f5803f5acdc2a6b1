import { broken, type DomainError, notFound, notReady } from '#src/foundation/common/index.js';

export const motionNotFound = (): DomainError => notFound('MOTION_NOT_FOUND', 'motion of this hearing');

export const samePerson = (): DomainError =>
  broken('SAME_PERSON', '/secondedBy', 'Nobody seconds what they moved.');

export const notOnBench = (pointer: string): DomainError =>
  broken('NOT_A_MEMBER', pointer, 'They have no seat on the bench that day.');

export const notPresent = (pointer: string): DomainError =>
  broken('NOT_PRESENT', pointer, 'They are not there at that moment.');

export const recused = (pointer: string): DomainError =>
  broken('RECUSED', pointer, 'They stepped back from the matter.');

export const votedBeforeMoved = (): DomainError =>
  broken('VOTED_BEFORE_MOVED', '/votedAt', 'What is voted on was moved before.');

export const withdrawalAlone = (): DomainError =>
  broken('WITHDRAWAL_ALONE', '/withdrawnReason', 'A motion is withdrawn as it stands.');

export const hearingNotInSession = (status: string): DomainError =>
  notReady('HEARING_NOT_IN_SESSION', `Nothing is moved at a hearing that is ${status}.`);

export const sessionNotOpen = (): DomainError =>
  notReady('SESSION_NOT_OPEN', 'No session of the hearing, or not this one, was open at that moment.');

export const quorumLost = (): DomainError =>
  notReady('QUORUM_LOST', 'Without a quorum nothing is voted on but a recess or an adjournment.');

export const motionDecided = (): DomainError =>
  notReady(
    'MOTION_DECIDED',
    'What came of it stands. If it was written down wrong, withdraw it with a reason.',
  );
