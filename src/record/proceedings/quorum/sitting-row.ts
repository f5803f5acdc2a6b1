import type { HearingStatus } from '#src/record/hearings/index.js';
import type { Stay } from '../attendance/presence.js';

export interface PresenceFact extends Stay {
  readonly personId: string;
}

export interface SessionFact {
  id: string;
  closed: boolean;
  openedAt: Date;
  adjournedAt: Date | null;
}

export interface SittingRow {
  status: HearingStatus;
  startsAt: Date;
  endsAt: Date | null;
  /** By person, then in the order of their coming; of people whom the caller may see. */
  presences: PresenceFact[];
  /** Those that were opened, and that the caller may see. */
  sessions: SessionFact[];
}
