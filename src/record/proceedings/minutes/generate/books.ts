import type { MinutesFacts } from './facts.js';
import { header } from './header.js';
import { items } from './items.js';
import { quorum, roll } from './roll.js';
import { adjournment, callToOrder, closedSessions, hoursOf, recesses, sessions } from './sittings.js';
import { WallClock } from './wall-clock.js';
import { inline, section } from './wording.js';

/** The minutes of what was done in the open. `facts` hold nothing that the public may not read. */
export function openBook(facts: MinutesFacts): string {
  const clock = new WallClock(facts.hearing.timeZone, facts.hearing.startsAt);
  const hours = hoursOf(facts);
  return joined([
    `# Minutes: ${inline(facts.hearing.title)}`,
    header(facts, clock),
    callToOrder(facts, hours, clock),
    roll(facts, hours, clock),
    quorum(facts, hours, clock),
    sessions(facts, clock),
    section('## Agenda', items(facts)),
    closedSessions(facts, clock),
    recesses(facts, clock),
    adjournment(hours, clock),
  ]);
}

/** The closed sessions' minute book: topics and decisions, for the members alone (Gov. Code 11126.1). */
export function closedBook(facts: MinutesFacts): string {
  const clock = new WallClock(facts.hearing.timeZone, facts.hearing.startsAt);
  const hours = hoursOf(facts);
  return joined([
    `# Minute book of the closed session: ${inline(facts.hearing.title)}`,
    header(facts, clock),
    roll(facts, hours, clock),
    sessions(facts, clock, 1),
    closedSessions(facts, clock),
    section('## Topics and decisions', items(facts)),
  ]);
}

const joined = (sections: readonly (string | null)[]): string =>
  `${sections.filter((part) => part !== null).join('\n\n')}\n`;
