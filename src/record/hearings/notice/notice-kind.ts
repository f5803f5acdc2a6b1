import { MEETING_CALLS, type MeetingCall } from './clock/notice-profile.js';

export const NOTICE_KINDS = [
  ...MEETING_CALLS,
  'change',
  'postponement',
  'rescheduling',
  'cancellation',
  'resumption',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a clerk gives as a notice; the others follow from a change of status. */
export const GIVEN_KINDS = [...MEETING_CALLS, 'change'] as const;

export type GivenKind = (typeof GIVEN_KINDS)[number];

export const isCall = (kind: NoticeKind): kind is MeetingCall => MEETING_CALLS.some((call) => call === kind);

/** What is off calls nobody. */
export const isOff = (kind: NoticeKind): boolean => kind === 'postponement' || kind === 'cancellation';

/** What the members voted on the finding. */
export interface Vote {
  readonly ayes: number;
  readonly noes: number;
  /** Members who were there, whether they voted or not. */
  readonly present?: number | undefined;
}

/** The law and the ground on which a late notice stands, or a change after the notice. */
export interface Exception {
  readonly citation: string;
  readonly reason: string;
}

/** An agenda item as a notice tells it. What is withheld has neither title nor description. */
export interface ToldItem {
  readonly title: string | null;
  /** Unknown of what was told before notices told it. */
  readonly description?: string | null;
  readonly closed: boolean;
  readonly authority: string | null;
  readonly consent: boolean;
}
