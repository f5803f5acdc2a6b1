import { broken, type DomainError, notFound, notReady } from '#src/foundation/common/index.js';

export const commissionerNotFound = (): DomainError =>
  notFound('COMMISSIONER_NOT_FOUND', 'commissioner at this hearing');

export const notAMember = (pointer: string): DomainError =>
  broken('NOT_A_MEMBER', pointer, 'They have no seat on the bench that day.');

export const leftBeforeArrived = (pointer: string): DomainError =>
  broken('LEFT_BEFORE_ARRIVED', pointer, 'Who leaves has come before.');

export const presencesOverlap = (pointer: string): DomainError =>
  broken('PRESENCES_OVERLAP', pointer, 'Nobody is there twice at the same time.');

export const placeRequired = (pointer: string): DomainError =>
  broken(
    'PLACE_REQUIRED',
    pointer,
    'Who takes part remotely says from where: Gov. Code 11123(b) makes it a place of the meeting.',
  );

export const presentOtherwise = (): DomainError =>
  notReady('ALREADY_PRESENT', 'They are there already, in another way or place. Let them leave first.');

export const laterPresence = (): DomainError =>
  notReady('PRESENT_LATER', 'They are on the roll for a later time. Write their whole day down instead.');

export const notThere = (): DomainError =>
  notReady('NOT_PRESENT', 'They are not there at that moment, and did not leave at it.');

export const hearingNotHeld = (status: string): DomainError =>
  notReady('HEARING_NOT_HELD', `Nobody attends a hearing that is ${status}.`);
