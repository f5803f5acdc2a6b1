import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRoom, type Room } from './testimony.support.js';

const CUES = 400;
const WORDS = 5;

/** Words that no stemmer shortens into one another. */
const word = (n: number): string =>
  `q${[...n.toString(26)].map((digit) => 'bcdfghjklmnpqrtvwxz'[parseInt(digit, 26) % 19]! + 'aeiou'[parseInt(digit, 26) % 5]!).join('')}${n}x`;

const stamp = (seconds: number): string =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`;

describe('phrases in a transcript of generated words', () => {
  let room: Room;
  const lines = Array.from({ length: CUES }, (_, cue) =>
    Array.from({ length: WORDS }, (_, i) => word(cue * WORDS + i)),
  );

  beforeAll(async () => {
    room = await createRoom();
    const recording = await room.recording(await room.hearing());
    await room.status(`/recordings/${recording}`, 'posted');
    const cues = lines.map((words, i) => `${stamp(i * 2)} --> ${stamp(i * 2 + 2)}\n${words.join(' ')}`);
    const transcript = await room.transcript(recording, `WEBVTT\n\n${cues.join('\n\n')}\n`);
    await room.status(`/transcripts/${transcript}`, 'posted');
  });
  afterAll(() => room.close());

  const find = async (query: string) => {
    const answer = await room.as(null, 'get', `/search?q=${encodeURIComponent(query)}`);
    return (answer.body as { items: { cues: number[]; start: number; end: number }[] }).items;
  };

  it('are found wherever a cue ends, 200 of 200, once, with the seconds of both cues', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: CUES - 2 }),
        fc.integer({ min: 1, max: WORDS }),
        fc.integer({ min: 1, max: WORDS }),
        async (cue, before, after) => {
          const phrase = [...lines[cue]!.slice(-before), ...lines[cue + 1]!.slice(0, after)].join(' ');
          expect(await find(`"${phrase}"`)).toMatchObject([
            { cues: [cue, cue + 1], start: cue * 2, end: cue * 2 + 4 },
          ]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are not found in another order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: CUES - 2 }), async (cue) => {
        expect(await find(`"${lines[cue + 1]![0]} ${lines[cue]!.at(-1)}"`)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('are met once each when every page is turned, forward and back', async () => {
    const turn = async (sort: string) => {
      const starts: number[] = [];
      let cursor: string | null = '';
      let previous: string | null = null;
      while (cursor !== null) {
        const path: string = `/search?kind=passage&q=q*&sort=${sort}&limit=7${cursor && `&cursor=${cursor}`}`;
        const { body } = (await room.as(null, 'get', path)) as {
          body: { items: { start: number }[]; next: string | null; prev: string | null };
        };
        starts.push(...body.items.map((item) => item.start));
        previous = body.prev;
        cursor = body.next;
      }
      expect(previous).not.toBeNull();
      return starts;
    };
    for (const sort of ['newest', 'best']) {
      const starts = await turn(sort);
      expect(new Set(starts).size).toBe(starts.length);
      expect(starts.length).toBe(Math.ceil((CUES - 1) / 19));
    }
  });
});
