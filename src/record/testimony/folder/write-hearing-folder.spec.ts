import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefused } from '../formats/index.js';
import { type HearingFolder, readHearingFolder, writeHearingFolder } from './index.js';

let room: string;
let count = 0;
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'hearth-folder-'));
});
afterAll(() => rm(room, { recursive: true, force: true }));

function place(name: string): string {
  count += 1;
  return join(room, String(count), name);
}

type Source = Pick<HearingFolder, 'hearing' | 'speakers' | 'cues' | 'testimonies'>;

async function* batches<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let i = 0; i < items.length; i += 2) yield await Promise.resolve(items.slice(i, i + 2));
  yield [];
}

function write(path: string, { hearing, speakers, cues, testimonies }: Source): Promise<void> {
  return writeHearingFolder(path, {
    hearing,
    speakers: [speakers],
    cues: batches(cues),
    testimonies: batches(testimonies),
  });
}

function contentOf({ hearing, speakers, cues, testimonies }: Source): Source {
  return { hearing, speakers, cues, testimonies };
}

const text = fc.string({ unit: 'binary', maxLength: 8 }).filter((value) => !value.includes('\0'));
const word = text.filter((value) => value.trim() !== '');
const orNull = fc.option(word.filter((value) => value.toLowerCase().trim() !== 'unknown'));
const seconds = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0);
const span = fc.tuple(seconds, seconds).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const labels = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
const source: fc.Arbitrary<Source> = labels.chain((all) =>
  fc.record({
    hearing: fc.record({
      title: word,
      date: fc.constantFrom('2024-02-29', '1999-12-31'),
      startsAt: fc.constantFrom(null, '2024-02-29T09:00:00-05:00', '2024-02-29T09:00:00.123Z'),
      timeZone: fc.constantFrom(null, 'America/Los_Angeles', 'UTC'),
      zones: fc.array(text, { maxLength: 3 }),
      kind: fc.constantFrom(null, 'public_hearing'),
      status: fc.option(text),
      contentNote: fc.option(text),
      language: fc.option(text),
      description: fc.option(text),
    }),
    speakers: fc.tuple(
      ...all.map((label) =>
        fc.record({ label: fc.constant(label), name: orNull, position: orNull, organisation: orNull }),
      ),
    ),
    cues: fc
      .array(fc.record({ span, speaker: fc.option(fc.constantFrom(...all)), text: word }), { maxLength: 6 })
      .map((rows) =>
        rows
          .map(({ span: { start, end }, ...rest }) => ({ start, end, ...rest }))
          .toSorted((a, b) => a.start - b.start),
      ),
    testimonies: fc
      .array(
        fc.record({
          name: text,
          url: fc.option(text),
          span,
          position: fc.constantFrom(null, 'for' as const, 'against' as const, 'neutral' as const),
          place: fc.record({ borough: orNull, neighborhood: orNull }),
          affiliations: fc.array(text, { maxLength: 3 }),
          keyPoints: fc.array(text, { maxLength: 3 }),
        }),
        { maxLength: 4 },
      )
      .map((rows) => rows.map(({ span: { start, end }, ...rest }) => ({ start, end, ...rest }))),
  }),
);

describe('what is written', () => {
  it('is read again, equal', () =>
    fc.assert(
      fc.asyncProperty(source, async (written) => {
        const path = place('x');
        await write(path, written);
        const read = await readHearingFolder(path);
        expect(isRefused(read.problems)).toBe(false);
        expect(contentOf(read)).toEqual(written);
      }),
      { numRuns: 60 },
    ));

  it('looks as the source form does', async () => {
    const path = place('x');
    const { hearing } = await readHearingFolder(path);
    await write(path, {
      hearing,
      speakers: [],
      cues: [{ start: 1, end: 2.5, speaker: null, text: 'é' }],
      testimonies: [],
    });
    expect(await readFile(join(path, 'transcript.json'), 'utf8')).toBe(
      `[\n    {\n        "speaker": null,\n        "time_marker": 0,\n        "start_time": 1,\n        "end_time": 2.5,\n        "text": "é"\n    }\n]\n`,
    );
    expect(await readFile(join(path, 'testimonies.json'), 'utf8')).toBe('[]\n');
  });

  it('never falls on what is there, and leaves nothing behind when it fails', async () => {
    const folder = place('there');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'notes.txt'), 'mine');
    const { hearing } = await readHearingFolder(folder);
    const empty = { hearing, speakers: [], cues: [], testimonies: [] };
    for (const path of [folder, join(folder, 'notes.txt')]) {
      await expect(write(path, empty)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
    }
    expect(await readdir(folder)).toEqual(['notes.txt']);

    async function* breaking(): AsyncGenerator<[]> {
      yield await Promise.resolve([]);
      throw new Error('the connection broke');
    }
    const target = join(folder, 'new');
    await expect(writeHearingFolder(target, { ...empty, cues: breaking() })).rejects.toThrow(
      'the connection broke',
    );
    expect(await readdir(folder)).toEqual(['notes.txt']);
    await mkdir(target);
    await write(target, empty);
    expect(await readdir(target)).toHaveLength(4);
  });

  it('does not fall on what came while it was writing', async () => {
    const path = place('late');
    const { hearing } = await readHearingFolder(path);
    async function* slow(): AsyncGenerator<[]> {
      await mkdir(path, { recursive: true });
      await writeFile(join(path, 'mine'), '');
      yield [];
    }
    const late = writeHearingFolder(path, { hearing, speakers: [], cues: slow(), testimonies: [] });
    await expect(late).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
    expect(await readdir(path)).toEqual(['mine']);
    expect(await readdir(join(path, '..'))).toEqual(['late']);
  });
});

/** As a transcription service hands it over; `HEARTH_REAL_HEARING` names a folder to try in its place. */
async function delivered(): Promise<string> {
  const folder = place('delivered');
  await mkdir(folder, { recursive: true });
  const names = Array.from({ length: 40 }, (_, i) => `Witness ${i}`);
  const files = {
    transcript: Array.from({ length: 2_000 }, (_, i) => ({
      speaker: String(i % 40),
      time_marker: i,
      start_time: i * 4.1,
      end_time: i * 4.1 + 4,
      text: `Sentence ${i}, é 👩‍⚖️.`,
    })),
    speakers: names.map((name, i) => ({ label: String(i), name, role: 'UNKNOWN', organization: 'Works' })),
    testimonies: names.map((name, i) => ({
      name,
      citymeetings_url: `https://example.org/2031-05-07-hearing/${i}`,
      start_time_in_seconds: i * 205,
      end_time_in_seconds: i * 205 + 200,
      for_or_against: ['For', 'Against', 'Neutral', 'Unknown'][i % 4],
      borough: 'Unknown',
      neighborhood: 'Northside',
      stated_affiliations: ['Works'],
      key_points: [`Point ${i}`],
    })),
  };
  for (const [file, rows] of Object.entries(files)) {
    await writeFile(join(folder, `${file}.json`), JSON.stringify(rows, null, 4));
  }
  return folder;
}

describe('a whole hearing', () => {
  it('comes back equal as JSON', async () => {
    const real = process.env.HEARTH_REAL_HEARING ?? (await delivered());
    const path = place('back');
    const read = await readHearingFolder(real);
    expect(isRefused(read.problems)).toBe(false);
    await write(path, read);
    for (const file of ['transcript.json', 'speakers.json', 'testimonies.json']) {
      const [before, after] = await Promise.all(
        [real, path].map((folder) => readFile(join(folder, file), 'utf8')),
      );
      expect(JSON.parse(after ?? '')).toEqual(JSON.parse(before ?? ''));
    }
    const again = await readHearingFolder(path);
    expect({ ...again, key: '', digest: '', problems: [] }).toEqual({
      ...read,
      key: '',
      digest: '',
      problems: [],
    });
  });
});
