import { Temporal } from 'temporal-polyfill';
import { assertDays } from '../../shared/days.js';
import type { PostKind } from '../posts/post-kind.js';
import {
  actingNotVacant,
  endReasonAlone,
  personUnlisted,
  postEnded,
  postTaken,
  sectorEnded,
} from '../bench.errors.js';
import type { Post } from '../posts/post.entity.js';
import type { Membership } from './membership.entity.js';

type Days = Pick<Membership, 'startsOn' | 'endsOn'>;

/**
 * Whether a term can be in such a post. `sectorEndedOn`: the last day of the post's sector, null if that goes on.
 *
 * @throws DomainError 422 DAYS_REVERSED, END_REASON_ALONE, POST_ENDED, SECTOR_ENDED
 */
export function assertTermFits(
  term: Days & Pick<Membership, 'endReason'>,
  post: Pick<Post, 'startsOn' | 'endsOn'>,
  sectorEndedOn: string | null,
): void {
  assertDays(term.startsOn, term.endsOn, '/endsOn');
  if (term.endReason !== null && term.endsOn === null) throw endReasonAlone();
  // Before the post's days, which end with the sector's: this is the reason.
  if (sectorEndedOn !== null && sectorEndedOn < term.startsOn) throw sectorEnded('/startsOn');
  if (term.startsOn < post.startsOn) throw postEnded('/startsOn');
  if (post.endsOn !== null && post.endsOn < term.startsOn) throw postEnded('/startsOn');
  if (post.endsOn !== null && (term.endsOn === null || post.endsOn < term.endsOn)) throw postEnded('/endsOn');
}

/** Somebody who is to hold a post, and where the request names them. */
export interface Appointee {
  readonly id: string;
  readonly listed: boolean;
  readonly pointer: string;
}

/**
 * The public counts a quorum from those it may know of: who makes one is known to it. The staff makes none.
 *
 * @throws DomainError 422 PERSON_UNLISTED
 */
export function assertPublic({ listed, pointer }: Omit<Appointee, 'id'>, kind: PostKind): void {
  if (!listed && kind !== 'staff') throw personUnlisted(pointer);
}

export interface Standing {
  readonly id: string;
  readonly acting: boolean;
  readonly startsOn: string;
}

/**
 * Those who act in the post and end the day before a regular member comes. Nobody gives way to somebody acting, and
 * nobody whose whole term would vanish: that one a clerk looks at first.
 *
 * @throws DomainError 409 ACTING_NOT_VACANT, POST_TAKEN
 */
export function whoGivesWay(
  term: Pick<Membership, 'acting' | 'startsOn'>,
  standing: readonly Standing[],
): readonly Standing[] {
  const regular = standing.find(({ acting }) => !acting);
  if (regular) throw term.acting ? actingNotVacant(regular.id) : postTaken(regular.id);
  const stays = standing.find(({ startsOn }) => term.acting || term.startsOn <= startsOn);
  if (stays) throw postTaken(stays.id);
  return standing;
}

export const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
