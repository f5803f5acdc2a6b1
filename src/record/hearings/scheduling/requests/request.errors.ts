import { broken, DomainError, notFound } from '#src/foundation/common/index.js';

export const requestNotFound = (): DomainError => notFound('REQUEST_NOT_FOUND', 'request of this hearing');

export const languageRequired = (): DomainError =>
  broken('LANGUAGE_REQUIRED', '/language', 'An interpreter is asked for by a language.');

export const whatRequired = (): DomainError => broken('WHAT_REQUIRED', '/what', 'Say what is asked for.');

export const interpreterNotTaken = (pointer: string): DomainError =>
  broken('INTERPRETER_NOT_TAKEN', pointer, 'Only a request for an interpreter names one.');

export const interpreterRequired = (): DomainError =>
  broken('INTERPRETER_REQUIRED', '/interpreterName', 'Arranged means that somebody is to come: name them.');

export const answerRequired = (): DomainError =>
  broken('ANSWER_REQUIRED', '/answer', 'Say what was answered to whoever asked.');

export const requestStatusIllegal = (from: string, to: string): DomainError =>
  new DomainError('conflict', 'REQUEST_STATUS_ILLEGAL', `A request that is ${from} cannot become ${to}.`);
