export const DUE_ACTS = [
  'give_notice',
  'give_special_notice',
  'freeze_agenda',
  'answer_request',
  'open',
  'set_new_date',
  'report_out',
  'draft_minutes',
  'approve_minutes',
] as const;

export type DueAct = (typeof DUE_ACTS)[number];

/** Something a clerk has to do for a hearing, and until when. */
export interface Due {
  readonly act: DueAct;
  readonly hearingId: string;
  readonly title: string;
  readonly timeZone: string;
  /** Of the request or the session that it is about; null: the hearing itself. */
  readonly subjectId: string | null;
  /** The last moment that is still in time. */
  readonly dueAt: Date;
  /** The last day at or before it when the offices are open, as YYYY-MM-DD; of `open`, the day of the hearing. */
  readonly officeDay: string;
  /** The law that sets it; null: a rule of the house. */
  readonly citation: string | null;
}
