import { assertDays } from '../../shared/days.js';
import { notOfThisKind, sectorEnded } from '../bench.errors.js';
import type { Post } from './post.entity.js';

type Provided = Pick<Post, 'kind' | 'office' | 'sectorId' | 'startsOn' | 'endsOn'>;

/**
 * Whether such a post can be. `sectorEndedOn`: the last day of its sector, null if that goes on.
 *
 * @throws DomainError 422 POST_KIND, DAYS_REVERSED, SECTOR_ENDED
 */
export function assertProvided(post: Provided, sectorEndedOn: string | null): void {
  if (post.office !== null && post.kind !== 'office')
    throw notOfThisKind('/office', 'Only an office can preside.');
  if (post.sectorId !== null && post.kind !== 'seat')
    throw notOfThisKind('/sectorId', 'Only a seat is for a sector.');
  assertDays(post.startsOn, post.endsOn, '/endsOn');
  if (sectorEndedOn === null) return;
  if (sectorEndedOn < post.startsOn) throw sectorEnded('/sectorId');
  if (post.endsOn === null || sectorEndedOn < post.endsOn) throw sectorEnded('/endsOn');
}
