import { broken } from '#src/foundation/common/index.js';
import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import type { PlanItem } from './plan-item.entity.js';

/** A promise to the public is the public's. */
export const labelOfPlanItem = (): OwnLabel => ordinary('public');

export function assertCounted({ kind, held }: Pick<PlanItem, 'kind' | 'held'>): void {
  if (kind === null || held === null) return;
  throw broken('HELD_IS_COUNTED', '/held', 'Hearings of a kind are counted; by hand only what has none.');
}
