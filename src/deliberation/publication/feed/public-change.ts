import type { HearingStatus } from '#src/record/hearings/index.js';

/** One step of an open meeting, or a change of it after notice, that the public was told of. Times are milliseconds since 1970. */
export interface PublicChange {
  readonly id: string;
  readonly hearingId: string;
  readonly title: string;
  /** `change`: the notice of one, whose id this bears. */
  readonly to: HearingStatus | 'change';
  readonly reason: string | null;
  /** When it was to start, or started, after this step; of a notice, as it told. */
  readonly startsAt: number;
  /** Of a rescheduling. */
  readonly previousStartsAt: number | null;
  readonly timeZone: string;
  readonly venueName: string | null;
  readonly changedAt: number;
  /** When the public could first see it: later than the change where an embargo lay on it. */
  readonly toldAt: number;
}
