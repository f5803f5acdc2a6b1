import { broken } from '#src/foundation/common/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { hasBegun } from '../parts/part.policy.js';
import { hearingNotBegun, witnessStatusIllegal } from './witness.errors.js';
import type { WitnessStatus } from './witness-status.js';
import type { Witness } from './witness.entity.js';

/** What may follow what. Who was heard was heard; `confirmed` again takes back what was written down by mistake. */
export const WITNESS_STEPS: Readonly<Record<WitnessStatus, readonly WitnessStatus[]>> = {
  invited: ['confirmed', 'declined', 'withdrawn', 'heard'],
  confirmed: ['heard', 'declined', 'withdrawn'],
  declined: ['invited', 'confirmed'],
  withdrawn: ['invited', 'confirmed'],
  heard: ['confirmed'],
};

type Heard = Pick<Witness, 'status' | 'secondsUsed'>;

/** @param before null: a new witness, who may come in with any status */
export function assertWitnessStep(
  before: Heard | null,
  after: Heard,
  hearing: Pick<Hearing, 'status' | 'startsAt'>,
  now: Date = new Date(),
): void {
  const { status, secondsUsed } = after;
  if (before && before.status !== status && !WITNESS_STEPS[before.status].includes(status)) {
    throw witnessStatusIllegal(before.status, status);
  }
  const isHeard = status === 'heard' && before?.status !== 'heard';
  const isTimed = secondsUsed !== null && secondsUsed !== before?.secondsUsed;
  const spoke = isHeard || isTimed;
  if (spoke && !hasBegun(hearing, now)) throw hearingNotBegun();
}

/** Whether somebody else is to come after a change than before it, or the other way round. */
export function takesUpOther(before: Witness, after: Witness): boolean {
  const names = ['personId', 'name', 'organisation', 'mode', 'status'] as const;
  return names.some((name) => before[name] !== after[name]);
}

/** @throws DomainError 422 when an oath is taken in the future, or `sworn` denies one that was taken */
export function assertOath(
  witness: Pick<Witness, 'oathKind' | 'oathAt'>,
  sworn: boolean | undefined,
  now: Date = new Date(),
): void {
  if (witness.oathAt !== null && witness.oathAt > now) {
    throw broken('IN_THE_FUTURE', '/oath/at', 'An oath was taken in the past.');
  }
  if (sworn === false && witness.oathKind !== null) {
    throw broken(
      'OATH_RECORDED',
      '/sworn',
      'An oath is on the record: take it back to say that there was none.',
    );
  }
}
