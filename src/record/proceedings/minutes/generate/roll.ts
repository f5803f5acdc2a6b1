import type { MemberFact, MinutesFacts, PresenceFact, QuorumFact } from './facts.js';
import { sentence, type WallClock } from './wall-clock.js';
import { bullets, inline, listed, section } from './wording.js';

const ROLES: Readonly<Record<string, string>> = { chair: 'chair', vice_chair: 'vice chair' };

/** The hours that somebody could miss: from the call to order to the adjournment. */
export interface Hours {
  readonly from: Date;
  readonly until: Date | null;
}

/** Who was there, from where, and who came late, left or was absent. */
export function roll({ roll: members }: MinutesFacts, hours: Hours, clock: WallClock): string | null {
  const there = members.filter(({ presences }) => presences.length > 0);
  if (there.length === 0) return null;
  const absent = members.filter(({ presences }) => presences.length === 0);
  return section('## Roll', [
    bullets([
      `**Present:** ${there.map(present).join('; ')}`,
      absent.length === 0 ? null : `**Absent:** ${absent.map(named).join('; ')}`,
    ]),
    bullets(members.flatMap((person) => comings(person, hours, clock))),
  ]);
}

/** That people go home after the adjournment is no loss of quorum. */
export function quorum(
  { quorum: changes, quorumNeeded }: MinutesFacts,
  { until }: Hours,
  clock: WallClock,
): string | null {
  if (quorumNeeded === null) return null;
  const lines = changes
    .filter(({ at }) => until === null || at < until)
    .map((change, at) => quorumLine(change, at, clock));
  return section('## Quorum', [
    `${quorumNeeded} members make a quorum.`,
    lines.length === 0 ? 'There was no quorum.' : bullets(lines),
  ]);
}

function quorumLine({ at, change, by }: QuorumFact, index: number, clock: WallClock): string {
  const verb = change === 'lost' ? 'Lost' : index === 0 ? 'Established' : 'Regained';
  const why =
    by.length === 0 ? '' : `, ${listed(by.map(inline))} ${change === 'lost' ? 'having left' : 'having come'}`;
  return sentence(`${verb} at ${clock.time(at)}${why}`);
}

function comings({ name, presences }: MemberFact, { from, until }: Hours, clock: WallClock): string[] {
  return presences.flatMap((presence, at) => {
    const lines: string[] = [];
    const who = inline(name);
    if (presence.from > from) {
      lines.push(sentence(`${who} ${at === 0 ? 'came' : 'came back'} at ${clock.time(presence.from)}`));
    }
    if (presence.until !== null && until !== null && presence.until < until) {
      lines.push(sentence(`${who} left at ${clock.time(presence.until)}`));
    }
    return lines;
  });
}

function named({ name, role, acting }: MemberFact): string {
  const office = ROLES[role];
  const post = acting ? `acting ${office ?? 'member'}` : office;
  return post === undefined ? inline(name) : `${inline(name)} (${post})`;
}

function present(person: MemberFact): string {
  const ways = [...new Set(person.presences.map(way).filter((words) => words !== ''))];
  return [named(person), ...ways].join(', ');
}

function way({ remote, place }: PresenceFact): string {
  const from = place === null ? '' : `from ${inline(place)}`;
  return remote ? `remote ${from}`.trim() : from;
}
