import type { HearingStatus } from '#src/record/hearings/index.js';

export interface PresenceFact {
  personId: string;
  arrivedAt: Date;
  leftAt: Date | null;
  mode: 'in_person' | 'remote';
  place: string | null;
  note: string | null;
}

export interface SessionFact {
  id: string;
  closed: boolean;
  openedAt: Date;
  adjournedAt: Date | null;
}

export interface SittingRow {
  hearingId: string;
  status: HearingStatus;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
  /** By person, then in the order of their coming; of people whom the caller may see. */
  presences: PresenceFact[];
  /** Those that were opened, and that the caller may see. */
  sessions: SessionFact[];
}
