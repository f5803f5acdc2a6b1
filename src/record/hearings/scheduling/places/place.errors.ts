import { broken, type DomainError, notFound } from '#src/foundation/common/index.js';

export const placeNotFound = (): DomainError => notFound('PLACE_NOT_FOUND', 'place of this hearing');

export const addressRequired = (): DomainError =>
  broken('ADDRESS_REQUIRED', '/address', 'A teleconference location is told to the public by its address.');

export const linkRequired = (): DomainError =>
  broken('LINK_REQUIRED', '/url', 'Say how to take part from anywhere: by a link or by telephone.');

export const placeReasonRequired = (): DomainError =>
  broken(
    'REASON_REQUIRED',
    '/reason',
    'The notice told where to come: say why it is another place, for everybody to read.',
  );

export const placeReasonNotTaken = (): DomainError =>
  broken('REASON_NOT_TAKEN', '/reason', 'Before notice a place changes without a reason.');

export const placeNotNoticed = (): DomainError =>
  broken('HEARING_NOT_NOTICED', '/withdrawn', 'Before notice nobody was told of the place: remove it.');
