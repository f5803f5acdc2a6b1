import { DomainError, notFound } from '#src/foundation/common/index.js';

export const hearingNotFound = (): DomainError => notFound('HEARING_NOT_FOUND', 'hearing');
export const statusChangeNotFound = (): DomainError =>
  notFound('STATUS_CHANGE_NOT_FOUND', 'status change of this hearing');
export const agendaItemNotFound = (): DomainError =>
  notFound('AGENDA_ITEM_NOT_FOUND', 'agenda item of this hearing');
export const panelNotFound = (): DomainError => notFound('PANEL_NOT_FOUND', 'panel of this hearing');
export const witnessNotFound = (): DomainError => notFound('WITNESS_NOT_FOUND', 'witness of this hearing');
export const sessionNotFound = (): DomainError => notFound('SESSION_NOT_FOUND', 'session of this hearing');

/** Their sight of it has gaps: what they told or removed would have them too. */
export const steppedBack = (): DomainError =>
  new DomainError(
    'conflict',
    'RECUSED',
    'You stepped back from a matter of this hearing: somebody else has to do this.',
  );

export const statusIllegal = (from: string, to: string): DomainError =>
  new DomainError('conflict', 'HEARING_STATUS_ILLEGAL', `A hearing that is ${from} cannot become ${to}.`);

export const statusMoved = (expected: string, actual: string): DomainError =>
  new DomainError(
    'conflict',
    'HEARING_STATUS_MOVED',
    `The hearing is no longer ${expected}: it is ${actual}.`,
  );

export const notADraft = (): DomainError =>
  new DomainError(
    'conflict',
    'HEARING_NOT_A_DRAFT',
    'Only a draft can be removed. Cancel the hearing instead.',
  );

export const hearingInUse = (): DomainError =>
  new DomainError('conflict', 'HEARING_IN_USE', 'Recordings or testimonies hang on this draft.');

export const hearingNoticed = (fields: readonly string[]): DomainError => {
  const detail = 'It was noticed so. Reschedule the hearing, or cancel it and notice another.';
  return new DomainError('conflict', 'HEARING_NOTICED', detail, {
    errors: fields.map((field) => ({ pointer: `/${field}`, code: 'HEARING_NOTICED', detail })),
  });
};

export const agendaFrozen = (): DomainError =>
  new DomainError(
    'conflict',
    'AGENDA_FROZEN',
    'The agenda was noticed. An item is added or changed only under an exception that cites its law.',
  );

export const partNoticed = (what: string): DomainError =>
  new DomainError('conflict', 'HEARING_NOTICED', `After notice a ${what} stays on the record.`);

export const partInUse = (what: string): DomainError =>
  new DomainError('conflict', 'IN_USE', `A testimony or a transcript names this ${what}.`);
