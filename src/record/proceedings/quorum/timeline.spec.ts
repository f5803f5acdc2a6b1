import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quorumChangesOf } from './quorum-changes.js';
import { type Presence, type Segment, type Sitting, standingAt, timelineOf } from './timeline.js';

const PEOPLE = ['ada', 'ben', 'cho', 'dee', 'eve', 'fay', 'gus'];
/** The seconds of a small day; a sitting that is still open goes on until its end. */
const SECONDS = 60;

/** Somebody comes and goes, and may come back in the very second they left. */
const walk = (personId: string): fc.Arbitrary<Presence[]> =>
  fc
    .record({
      steps: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 3 }),
      stays: fc.boolean(),
    })
    .map(({ steps, stays }) => {
      const presences: Presence[] = [];
      let clock = 0;
      for (const [index, [away, there]] of steps.entries()) {
        const from = clock + away;
        clock = from + there;
        presences.push({ personId, from, until: stays && index === steps.length - 1 ? null : clock });
      }
      return presences;
    });

const walks = fc.tuple(...PEOPLE.map(walk)).map((all) => all.flat());
const span = fc
  .tuple(fc.nat(SECONDS), fc.nat(SECONDS), fc.boolean())
  .map(([a, b, open]) => ({ from: Math.min(a, b), until: open ? null : Math.max(a, b) }));

const sittings: fc.Arbitrary<Sitting> = fc.record({
  presences: walks,
  bench: fc
    .tuple(...PEOPLE.map((personId) => fc.option(span.map((of) => ({ personId, ...of })))))
    .map((terms) => terms.filter((term) => term !== null)),
  requirements: fc
    .tuple(fc.nat(SECONDS), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .map(([midnight, today, tomorrow]) => [
      { from: -1, until: midnight, needed: today },
      { from: midnight, until: null, needed: tomorrow },
    ]),
  sessions: fc.array(span, { maxLength: 3 }),
});

/** The same by hand: a list of seconds, and for each who was seen in the room. */
interface Second {
  present: Set<string>;
  members: Set<string>;
  needed: number;
  inSession: boolean;
  began: boolean;
}

function secondBySecond(sitting: Sitting): Second[] {
  const seconds: Second[] = [];
  for (let second = 0; second < SECONDS; second += 1) {
    seconds.push({ present: new Set(), members: new Set(), needed: 0, inSession: false, began: false });
  }
  const mark = (of: { from: number; until: number | null }, note: (second: Second) => void) => {
    for (let second = Math.max(of.from, 0); second < (of.until ?? SECONDS); second += 1) {
      const here = seconds[second];
      if (here) note(here);
    }
  };
  for (const p of sitting.presences) mark(p, (s) => void (s.present.add(p.personId), (s.began = true)));
  for (const b of sitting.bench) mark(b, (s) => void s.members.add(b.personId));
  for (const r of sitting.requirements) mark(r, (s) => void (s.needed = r.needed));
  for (const s of sitting.sessions) mark(s, (second) => void (second.began = second.inSession = true));
  return seconds;
}

const at = (timeline: readonly Segment[], second: number): Segment | undefined =>
  timeline.find(({ from, until }) => from <= second && (until === null || second < until));

describe('the timeline of a sitting', () => {
  it('says of every second what a list of seconds says', () => {
    fc.assert(
      fc.property(sittings, (sitting) => {
        const timeline = timelineOf(sitting);
        for (const [second, truth] of secondBySecond(sitting).entries()) {
          const segment = at(timeline, second);
          if (!segment) {
            expect(truth.began).toBe(false);
            continue;
          }
          const counted = [...truth.present].filter((id) => truth.members.has(id)).toSorted();
          const { from: _from, until: _until, ...standing } = segment;
          expect(standing).toEqual({
            present: [...truth.present].toSorted(),
            counted,
            needed: truth.needed,
            quorum: counted.length >= truth.needed,
            inSession: truth.inSession,
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has neither gap nor overlap, and no segment that says the same as the one before', () => {
    fc.assert(
      fc.property(sittings, (sitting) => {
        const timeline = timelineOf(sitting);
        for (const [index, segment] of timeline.entries()) {
          const { from, until, ...standing } = segment;
          expect(until === null || from < until).toBe(true);
          const next = timeline[index + 1];
          expect(until).toBe(next?.from ?? until);
          if (!next) continue;
          const { from: _from, until: _until, ...after } = next;
          expect(after).not.toEqual(standing);
        }
        expect(timeline.slice(0, -1).every(({ until }) => until !== null)).toBe(true);
      }),
    );
  });

  it('loses no quorum by one more who is there', () => {
    fc.assert(
      fc.property(sittings, fc.constantFrom(...PEOPLE), span, (sitting, personId, of) => {
        const more = { ...sitting, presences: [...sitting.presences, { personId, ...of }] };
        const after = timelineOf(more);
        for (let second = 0; second < SECONDS; second += 1) {
          if (at(timelineOf(sitting), second)?.quorum) expect(at(after, second)?.quorum).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('counts nobody who is recused from a vote, and everybody else as before', () => {
    fc.assert(
      fc.property(sittings, fc.nat(SECONDS), fc.subarray(PEOPLE), (sitting, second, recused) => {
        const without = standingAt(sitting, second, new Set(recused));
        const whole = standingAt(sitting, second);
        expect(without.present).toEqual(whole.present);
        expect(without.counted).toEqual(whole.counted.filter((id) => !recused.includes(id)));
      }),
    );
  });

  it('knows who made a quorum and who lost it: without them it would not have changed', () => {
    fc.assert(
      fc.property(sittings, (sitting) => {
        const timeline = timelineOf(sitting);
        const changes = quorumChangesOf(timeline);
        let quorum = false;
        for (const { at: moment, change, by } of changes) {
          const now = at(timeline, moment)!;
          expect(now.quorum).toBe(!quorum);
          quorum = now.quorum;
          expect(change).toBe(quorum ? 'made' : 'lost');
          const before = at(timeline, moment - 1);
          const changed = before?.needed !== undefined && before.needed !== now.needed;
          const size = now.counted.length;
          if (change === 'made' && !changed) expect(size - by.length).toBeLessThan(now.needed);
          if (change === 'lost' && !changed) expect(size + by.length).toBeGreaterThanOrEqual(now.needed);
        }
        expect(timeline.at(-1)?.quorum ?? false).toBe(quorum);
      }),
    );
  });
});
