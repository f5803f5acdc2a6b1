import type { SeatCount } from '#src/record/commission/index.js';
import type { Vote } from '../notice-kind.js';
import type { FindingRule } from './notice-profile.js';

/**
 * What a vote on a finding lacks, as the rest of "The finding is adopted by"; null: nothing. The laws count the members
 * of the body, and not the votes; of a body that has entered no seats the votes are all that is known.
 */
export function lackOf(
  { share, citation }: FindingRule,
  vote: Vote,
  { seats, quorum }: SeatCount,
): string | null {
  const { ayes, noes, present } = vote;
  if (seats === 0) {
    if (share === 'two_thirds' && ayes * 3 < (ayes + noes) * 2) return `two thirds (${citation}).`;
    return ayes > noes ? null : `a majority (${citation}).`;
  }
  const body = `of the ${seats} members of the body`;
  if (share === 'majority') {
    const most = Math.floor(seats / 2) + 1;
    return ayes >= most ? null : `more than half ${body}, ${most} ayes at least (${citation}).`;
  }
  const most = Math.ceil((seats * 2) / 3);
  if (ayes >= most) return null;
  if (present === undefined || present >= most) {
    const how = present === undefined ? ': `present` says how many' : '';
    return `two thirds ${body}, ${most} ayes at least, or, if fewer than ${most} are present, by all who are${how} (${citation}).`;
  }
  // Fewer than a quorum decide nothing, however much at one they are.
  if (present < quorum)
    return `${most} ayes, or by all who are present, a quorum of ${quorum} at least (${citation}).`;
  return ayes === present ? null : `all ${present} present where they are fewer than ${most} (${citation}).`;
}
