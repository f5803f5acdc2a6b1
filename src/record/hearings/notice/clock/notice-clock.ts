import { Temporal } from 'temporal-polyfill';
import type { LegalProfile } from '#src/record/commission/index.js';
import { endOfDay, localDateOf } from './local-days.js';
import { type MeetingCall, type NoticeRule, PROFILES } from './notice-profile.js';

export interface LatestNotice {
  /** The last millisecond that is still in time. */
  readonly at: Temporal.Instant;
  /** Its date in the hearing's time zone. */
  readonly localDate: Temporal.PlainDate;
  readonly rule: NoticeRule;
}

/** The latest moment to give notice of a hearing and to freeze its agenda; null where the profile asks for none. */
export function latestNotice(
  profile: LegalProfile,
  call: MeetingCall,
  startsAt: Temporal.Instant,
  timeZone: string,
): LatestNotice | null {
  const rule = PROFILES[profile].rules?.[call];
  if (!rule) return null;
  const at = momentOf(rule, startsAt, timeZone);
  return { at, localDate: localDateOf(at, timeZone), rule };
}

export function isInTime(
  profile: LegalProfile,
  call: MeetingCall,
  startsAt: Temporal.Instant,
  timeZone: string,
  givenAt: Temporal.Instant,
): boolean {
  const latest = latestNotice(profile, call, startsAt, timeZone);
  return latest === null || givenAt.epochMilliseconds <= latest.at.epochMilliseconds;
}

function momentOf({ lead }: NoticeRule, startsAt: Temporal.Instant, timeZone: string): Temporal.Instant {
  if ('hours' in lead) return startsAt.subtract({ hours: lead.hours });
  return endOfDay(localDateOf(startsAt, timeZone).subtract({ days: lead.days }), timeZone);
}
