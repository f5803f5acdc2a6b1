import { describe, expect, it } from '@jest/globals';
import { newlyLost, quorumChangesOf } from './quorum-changes.js';
import { type Presence, type Sitting, standingAt, timelineOf } from './timeline.js';

describe('a morning', () => {
  const members = ['ada', 'ben', 'cho'].map((personId) => ({ personId, from: 0, until: null }));
  const morning = (presences: Presence[]): Sitting => ({
    presences,
    bench: members,
    requirements: [{ from: 0, until: null, needed: 2 }],
    sessions: [{ from: 10, until: 50 }],
  });
  const there = (personId: string, from: number, until: number | null = null): Presence => ({
    personId,
    from,
    until,
  });

  it('tells whose coming made the quorum, whose going lost it and who brought it back', () => {
    const timeline = timelineOf(
      morning([there('ada', 5), there('ben', 8, 20), there('cho', 30, 60), there('guest', 0, 60)]),
    );
    expect(quorumChangesOf(timeline)).toEqual([
      { at: 8, change: 'made', by: ['ben'], inSession: false },
      { at: 20, change: 'lost', by: ['ben'], inSession: true },
      { at: 30, change: 'made', by: ['cho'], inSession: true },
      { at: 60, change: 'lost', by: ['cho'], inSession: false },
    ]);
    expect(timeline.at(-1)?.until).toBeNull();
  });

  it('does not lose one who goes and comes in the same instant, nor gain one who never stayed', () => {
    const steady = timelineOf(morning([there('ada', 5), there('ben', 5, 20), there('ben', 20, 50)]));
    expect(quorumChangesOf(steady).map(({ at: moment }) => moment)).toEqual([5, 50]);
    expect(quorumChangesOf(timelineOf(morning([there('ada', 5), there('ben', 7, 7)])))).toEqual([]);
  });

  it('warns of what is newly lost in session alone', () => {
    const before = timelineOf(morning([there('ada', 5), there('ben', 5, 20)]));
    const after = timelineOf(morning([there('ada', 5, 15), there('ben', 5, 20)]));
    expect(newlyLost([], before)).toEqual([20]);
    expect(newlyLost(before, after)).toEqual([15]);
    expect(newlyLost(before, timelineOf(morning([there('ada', 5, 60), there('ben', 5, 55)])))).toEqual([]);
  });

  it('has no quorum where nothing says how many it takes', () => {
    expect(standingAt({ ...morning([there('ada', 1)]), requirements: [] }, 2).quorum).toBe(false);
  });
});
