import type { ClosedSessionFact, MinutesFacts, SessionFact } from './facts.js';
import type { Hours } from './roll.js';
import { sentence, type WallClock } from './wall-clock.js';
import { bullets, inline, section } from './wording.js';

/** From the first session that was opened, else the first step into session, to the last end; planned where nothing was recorded. */
export function hoursOf({ hearing, sessions, closedSessions: closed, steps }: MinutesFacts): Hours {
  const opened = earliest(sessions.map(({ openedAt }) => openedAt));
  const ends = [...sessions, ...closed].map(({ adjournedAt }) => adjournedAt);
  const began = steps.find(({ to }) => to === 'in_session')?.at ?? null;
  const ended = steps.findLast(({ to }) => to === 'adjourned')?.at ?? null;
  return {
    from: opened ?? began ?? hearing.startsAt,
    until: (ends.length > 0 && !ends.includes(null) ? latest(ends) : null) ?? ended,
  };
}

export function callToOrder(facts: MinutesFacts, { from }: Hours, clock: WallClock): string | null {
  const presiding = presidingAt(facts, from);
  const who = presiding === null ? '' : ` by ${presiding}`;
  return section('## Call to order', [
    sentence(`The hearing was called to order${who} at ${clock.time(from)}`),
  ]);
}

/** When each part of the day was; where there was but one, the call to order and the adjournment say it. */
export function sessions({ sessions: parts }: MinutesFacts, clock: WallClock, least = 2): string | null {
  const held = parts.filter(({ openedAt }) => openedAt !== null);
  if (held.length < least) return null;
  return section('## Sessions', [bullets(held.map((part) => sessionLine(part, clock)))]);
}

export function recesses({ steps }: MinutesFacts, clock: WallClock): string | null {
  const lines = steps.flatMap(({ to, at, reason }, index) => {
    if (to !== 'recessed') return [];
    const end = steps.slice(index + 1).find((step) => step.to !== 'recessed')?.at ?? null;
    const why = reason === null ? '' : `: ${inline(reason)}`;
    return [sentence(`In recess ${clock.span(at, end)}${why}`)];
  });
  return section('## Recesses', [bullets(lines)]);
}

/** That one was held, under which law, and what was told of it: no more than that leaves it. */
export function closedSessions({ closedSessions: held }: MinutesFacts, clock: WallClock): string | null {
  return section('## Closed sessions', [bullets(held.map((session) => closedLine(session, clock)))]);
}

export function adjournment({ until }: Hours, clock: WallClock): string | null {
  if (until === null) return null;
  return section('## Adjournment', [sentence(`The hearing was adjourned at ${clock.time(until)}`)]);
}

function sessionLine({ name, openedAt, adjournedAt }: SessionFact, clock: WallClock): string {
  return openedAt === null ? inline(name) : `${inline(name)}: ${clock.span(openedAt, adjournedAt)}`;
}

function closedLine(
  { authority, openedAt, adjournedAt, reportedOut }: ClosedSessionFact,
  clock: WallClock,
): string {
  const law = authority === null ? '' : ` under ${inline(authority)}`;
  const when = openedAt === null ? '' : ` ${clock.span(openedAt, adjournedAt)}`;
  const told = reportedOut === null ? 'Nothing was reported out.' : `Reported out: ${inline(reportedOut)}`;
  return `${sentence(`A closed session was held${law}${when}`)} ${sentence(told)}`;
}

/** The chair, else the vice chair, if they were there. */
function presidingAt({ roll }: MinutesFacts, at: Date): string | null {
  const there = roll.filter(({ presences }) =>
    presences.some(({ from, until }) => from <= at && (until === null || at < until)),
  );
  for (const [role, office] of [
    ['chair', 'Chair'],
    ['vice_chair', 'Vice chair'],
  ] as const) {
    const found = there.find((person) => person.role === role);
    if (found) return `${found.acting ? `Acting ${office.toLowerCase()}` : office} ${inline(found.name)}`;
  }
  return null;
}

const given = (moments: readonly (Date | null)[]): Date[] => moments.filter((moment) => moment !== null);
const earliest = (moments: readonly (Date | null)[]): Date | null =>
  given(moments).reduce<Date | null>(
    (first, moment) => (first === null || moment < first ? moment : first),
    null,
  );
const latest = (moments: readonly (Date | null)[]): Date | null =>
  given(moments).reduce<Date | null>(
    (last, moment) => (last === null || moment > last ? moment : last),
    null,
  );
