import type { BookingKind } from './booking-kind.js';
import type { AcknowledgedRow, NearSitting } from './bookings.repository.js';
import type { Clash } from './sitting.js';

export interface Conflict extends Clash {
  readonly kind: BookingKind;
  readonly other: NearSitting;
  readonly acknowledged: AcknowledgedRow | null;
  /** Whether it refuses the notice of this hearing, or what would make it after the notice. */
  readonly blocks: boolean;
}
