import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRoom, type Room } from '../testimony/testimony.support.js';

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

  it('are found once in a cue that ends one passage and begins the next, whichever of the two answers', async () => {
    for (const shared of [19, 38]) {
      const word = lines[shared]![2]!;
      const here = { cues: [shared, shared], start: shared * 2, end: shared * 2 + 2 };
      expect(await find(word)).toMatchObject([here]);
      expect(await find(`"${lines[shared]!.slice(1, 4).join(' ')}"`)).toMatchObject([here]);
      expect(await find(`${word} ${lines[shared + 3]![0]}`)).toMatchObject([{ cues: [shared, shared + 3] }]);
      expect(await find(`${word} -${lines[shared - 3]![0]}`)).toMatchObject([here]);
      expect(await find(`${word} -${lines[shared + 3]![0]}`)).toMatchObject([here]);
    }
  });

  it('are met once each when every page is turned, forward and back', async () => {
    interface Page {
      items: { start: number }[];
      next: string | null;
      prev: string | null;
    }
    const page = async (sort: string, cursor: string | null) =>
      (
        await room.as(
          null,
          'get',
          `/search?kind=passage&q=q*&sort=${sort}&limit=7${cursor === null ? '' : `&cursor=${cursor}`}`,
        )
      ).body as Page;
    for (const sort of ['newest', 'best']) {
      const there = [await page(sort, null)];
      for (let next = there[0]!.next; next !== null; next = there.at(-1)!.next)
        there.push(await page(sort, next));
      const starts = there.flatMap(({ items }) => items.map(({ start }) => start));
      expect(new Set(starts).size).toBe(starts.length);
      expect(starts.length).toBe(Math.ceil((CUES - 1) / 19));

      const back = [there.at(-1)!];
      for (let prev = back[0]!.prev; prev !== null; prev = back[0]!.prev)
        back.unshift(await page(sort, prev));
      expect(back.map(({ items }) => items)).toEqual(there.map(({ items }) => items));
      expect(back[0]!.next).not.toBeNull();
    }
  });
});
