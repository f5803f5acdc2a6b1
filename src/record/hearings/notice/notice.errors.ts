import { broken, DomainError, notFound, notReady } from '#src/foundation/common/index.js';

export const noticeNotFound = (): DomainError => notFound('NOTICE_NOT_FOUND', 'notice of this hearing');

export const noticeTooLate = (due: string, citation: string): DomainError =>
  notReady(
    'NOTICE_TOO_LATE',
    `Notice was due by ${due} (${citation}). Choose a later start, or give the exception that lets it stand.`,
  );

export const findingRequired = (citation: string): DomainError =>
  broken('FINDING_REQUIRED', '/finding', `Such a meeting is called under a finding (${citation}).`);

export const findingNotTaken = (): DomainError =>
  broken(
    'FINDING_NOT_TAKEN',
    '/finding',
    'Only a special or an emergency meeting is called under a finding.',
  );

export const voteShort = (lack: string): DomainError =>
  broken('VOTE_SHORT', '/vote', `The finding is adopted by ${lack}`);

export const voteMiscounted = (): DomainError =>
  broken('VOTE_MISCOUNTED', '/vote/present', 'There are more votes than members present.');

export const exceptionRequired = (additions: string | null): DomainError => {
  const law = additions === null ? '' : ` (${additions})`;
  return broken('EXCEPTION_REQUIRED', '/exception', `A change after notice cites its law and ground${law}.`);
};

export const exceptionNotTaken = (): DomainError =>
  broken('EXCEPTION_NOT_TAKEN', '/exception', 'There is nothing late here and nothing changed after notice.');

export const changeNotNow = (): DomainError =>
  notReady('CHANGE_NOT_NOTICED', 'A change is noticed of a hearing that was noticed and has not begun.');

export const placeNoticed = (): DomainError => {
  const detail =
    'The notice told where to come. Another place needs an exception that cites its law and says why.';
  return new DomainError('conflict', 'HEARING_NOTICED', detail, {
    errors: [{ pointer: '/venue', code: 'HEARING_NOTICED', detail }],
  });
};
