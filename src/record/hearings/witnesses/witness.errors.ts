import { type DomainError, notReady } from '#src/foundation/common/index.js';
import type { WitnessStatus } from './witness-status.js';

export const witnessStatusIllegal = (from: WitnessStatus, to: WitnessStatus): DomainError =>
  notReady('WITNESS_STATUS_ILLEGAL', `A witness who is ${from} cannot become ${to}.`);

export const hearingNotBegun = (): DomainError =>
  notReady('HEARING_NOT_BEGUN', 'Nobody was heard before the hearing began.');
