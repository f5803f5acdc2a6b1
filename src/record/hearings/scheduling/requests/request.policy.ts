import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import {
  answerRequired,
  interpreterNotTaken,
  interpreterRequired,
  languageRequired,
  requestStatusIllegal,
  whatRequired,
} from './request.errors.js';
import type { HearingRequest } from './request.entity.js';
import type { RequestStatus } from './request-status.js';

export type RequestFields = Pick<
  HearingRequest,
  | 'kind'
  | 'language'
  | 'what'
  | 'requestedBy'
  | 'contact'
  | 'dueOn'
  | 'status'
  | 'answer'
  | 'interpreterName'
  | 'interpreterPersonId'
>;

/** What may follow what; who withdrew asks anew. */
export const REQUEST_MOVES: Readonly<Record<RequestStatus, readonly RequestStatus[]>> = {
  received: ['arranged', 'declined', 'withdrawn'],
  arranged: ['received', 'declined', 'withdrawn'],
  declined: ['received', 'arranged', 'withdrawn'],
  withdrawn: [],
};

/** Never wider: it tells of somebody's body or language. */
export const labelOfRequest = (): OwnLabel => ordinary('desk');

export function assertRequestMove(from: RequestStatus, to: RequestStatus): void {
  if (from !== to && !REQUEST_MOVES[from].includes(to)) throw requestStatusIllegal(from, to);
}

export function assertComplete(request: RequestFields): void {
  const { kind, language, what, status, answer, interpreterName, interpreterPersonId } = request;
  if (kind === 'interpreter') {
    if (language === null) throw languageRequired();
    if (status === 'arranged' && interpreterName === null && interpreterPersonId === null) {
      throw interpreterRequired();
    }
  } else {
    if (what === null) throw whatRequired();
    if (interpreterName !== null) throw interpreterNotTaken('/interpreterName');
    if (interpreterPersonId !== null) throw interpreterNotTaken('/interpreterPersonId');
  }
  if (status === 'declined' && answer === null) throw answerRequired();
}
