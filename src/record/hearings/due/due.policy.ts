import { Temporal } from 'temporal-polyfill';
import type { LegalProfile } from '#src/record/commission/index.js';
import type { HearingKind } from '../hearing/hearing-kind.js';
import { endOfDay, instantOf, localDateOf } from '../notice/clock/local-days.js';
import { latestNotice } from '../notice/clock/notice-clock.js';
import { PROFILES } from '../notice/clock/notice-profile.js';
import { officeDayAtOrBefore } from '../notice/clock/office-days.js';
import { lawOf } from '../notice/notice.policy.js';
import type { HearingStatus } from '../status/hearing-status.js';
import type { Due, DueAct } from './due-act.js';

/** Rules of the house, where no law sets a day: local days after the hearing ended. */
export const DRAFT_MINUTES_DAYS = 10;
export const APPROVE_MINUTES_DAYS = 60;

interface OfHearing {
  readonly hearingId: string;
  readonly title: string;
  readonly kind: HearingKind;
  readonly timeZone: string;
}

export interface OpenHearing extends OfHearing {
  readonly status: HearingStatus;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  /** When the commission meets next, which is when it approves minutes. */
  readonly nextStartsAt: Date | null;
}

export interface OpenRequest extends OfHearing {
  readonly subjectId: string;
  /** YYYY-MM-DD, in the hearing's time zone. */
  readonly dueOn: string;
}

export interface SilentSession extends OfHearing {
  readonly subjectId: string;
  readonly adjournedAt: Date;
}

/** What is to be done for a hearing itself, by the state that it is in. */
export function dueOfHearing(hearing: OpenHearing, commissions: LegalProfile, now: Date): Due[] {
  const { status, startsAt, endsAt, nextStartsAt } = hearing;
  const ended = endsAt ?? startsAt;
  switch (status) {
    case 'draft':
      return dueOfDraft(hearing, commissions, now);
    case 'noticed':
    case 'rescheduled':
      return [due('open', hearing, startsAt, null, localDateOf(instantOf(startsAt), hearing.timeZone))];
    case 'postponed':
      // Until the day on which people were to come they have to know when to come instead.
      return [due('set_new_date', hearing, startsAt, null)];
    case 'adjourned':
      return [due('draft_minutes', hearing, daysAfter(hearing, ended, DRAFT_MINUTES_DAYS), null)];
    case 'minutes_draft': {
      const by = nextStartsAt ?? daysAfter(hearing, ended, APPROVE_MINUTES_DAYS);
      return [due('approve_minutes', hearing, by, null)];
    }
    default:
      return [];
  }
}

/** The answer is due at the end of the day that was promised. */
export function dueOfRequest(request: OpenRequest): Due {
  const day = Temporal.PlainDate.from(request.dueOn);
  const by = new Date(endOfDay(day, request.timeZone).epochMilliseconds);
  return due('answer_request', request, by, null);
}

/** What was done behind closed doors is reported before the meeting ends: on that day. */
export function dueOfSession(session: SilentSession, commissions: LegalProfile): Due {
  const { kind, adjournedAt } = session;
  const { reporting } = PROFILES[lawOf(kind, commissions)];
  return due('report_out', session, daysAfter(session, adjournedAt, 0), reporting);
}

function dueOfDraft(hearing: OpenHearing, commissions: LegalProfile, now: Date): Due[] {
  const law = lawOf(hearing.kind, commissions);
  const { startsAt, timeZone } = hearing;
  const latest = latestNotice(law, 'regular', instantOf(startsAt), timeZone);
  // Where no law asks for days, people still have to know before it begins.
  if (!latest) return [due('give_notice', hearing, startsAt, null)];
  const by = new Date(latest.at.epochMilliseconds);
  const { agendaItem } = PROFILES[law];
  return [
    due('give_notice', hearing, by, latest.rule.citation),
    due('freeze_agenda', hearing, by, agendaItem?.citation ?? null),
    ...(by < now ? dueOfSpecial(hearing, law, now) : []),
  ];
}

/** What is too late for a regular notice may still be called as a special meeting. */
function dueOfSpecial(hearing: OpenHearing, law: LegalProfile, now: Date): Due[] {
  const latest = latestNotice(law, 'special', instantOf(hearing.startsAt), hearing.timeZone);
  if (!latest) return [];
  const by = new Date(latest.at.epochMilliseconds);
  return by < now ? [] : [due('give_special_notice', hearing, by, latest.rule.citation)];
}

function due(
  act: DueAct,
  of: OfHearing & { readonly subjectId?: string },
  dueAt: Date,
  citation: string | null,
  onThatDay?: Temporal.PlainDate,
): Due {
  const { hearingId, title, timeZone, subjectId = null } = of;
  const officeDay = onThatDay ?? officeDayAtOrBefore(localDateOf(instantOf(dueAt), timeZone));
  return { act, hearingId, title, timeZone, subjectId, dueAt, officeDay: officeDay.toString(), citation };
}

function daysAfter({ timeZone }: OfHearing, at: Date, days: number): Date {
  const day = localDateOf(instantOf(at), timeZone).add({ days });
  return new Date(endOfDay(day, timeZone).epochMilliseconds);
}
