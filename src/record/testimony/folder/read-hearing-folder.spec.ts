import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefused } from '../formats/index.js';
import { type HearingFolder, readHearingFolder } from './index.js';

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

async function given(files: Record<string, unknown>, name = 'a-hearing'): Promise<string> {
  const folder = place(name);
  await mkdir(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    const data =
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 4);
    await writeFile(join(folder, file), data);
  }
  return folder;
}

const cue = (start: number, end: number, text = 'Words.', speaker = '0'): object => ({
  speaker,
  time_marker: 0,
  start_time: start,
  end_time: end,
  text,
});
const testimony = (name: string, start: number, end: number, more: object = {}): object => ({
  name,
  citymeetings_url: 'https://example.org/2025-03-04-a-hearing/x',
  start_time_in_seconds: start,
  end_time_in_seconds: end,
  for_or_against: 'For',
  borough: 'Unknown',
  neighborhood: 'Old Town',
  stated_affiliations: [],
  key_points: ['A point'],
  ...more,
});
const told = ({ problems }: HearingFolder): string[] =>
  problems.map(({ file, line, code, mended }) => `${file ?? '-'}:${line} ${code}${mended ? '' : '!'}`);

describe('a folder as a service hands it over', () => {
  it('is read with unknown as null and guesses for what it does not say', async () => {
    const folder = await given(
      {
        'transcript.json': [cue(454.01694, 455.1)],
        'speakers.json': [{ label: '0', name: 'UNKNOWN', role: 'Secretary', organization: 'UNKNOWN' }],
        'testimonies.json': [testimony('Ann Roe', 454.5, 455)],
      },
      'a-day_in-court',
    );
    const read = await readHearingFolder(folder);
    expect(read).toMatchObject({
      key: 'a-day_in-court',
      hearing: { title: 'A day in court', date: '2025-03-04', startsAt: null, zones: [] },
      speakers: [{ label: '0', name: null, position: 'Secretary', organisation: null }],
      cues: [{ start: 454.01694, end: 455.1, speaker: '0', text: 'Words.' }],
    });
    expect(read.testimonies).toEqual([
      {
        name: 'Ann Roe',
        url: 'https://example.org/2025-03-04-a-hearing/x',
        start: 454.5,
        end: 455,
        position: 'for',
        place: { borough: null, neighborhood: 'Old Town' },
        affiliations: [],
        keyPoints: ['A point'],
      },
    ]);
    expect(told(read)).toEqual([
      'transcript.json:5 START_OFFSET',
      'testimonies.json:3 TESTIMONY_UNMATCHED',
      'hearing.json:0 FILE_ABSENT',
    ]);
  });

  it('keeps what is odd about testimonies and says so', async () => {
    const read = await readHearingFolder(
      await given({
        'transcript.json': [cue(0, 100)],
        'speakers.json': [{ label: '0', name: 'Ann  Roe', role: 'x', organization: 'y' }],
        'testimonies.json': [
          testimony('ann roe', 0, 50),
          testimony('Ann Roe', 10, 20, { for_or_against: 'Perhaps' }),
          testimony('Ann Roe', 45, 120, {
            for_or_against: 'Unknown',
            citymeetings_url: 'https://example.org/2025-03-05',
          }),
        ],
        'hearing.json': {},
      }),
    );
    expect(told(read)).toEqual([
      'testimonies.json:18 TESTIMONY_OVERLAP',
      'testimonies.json:20 POSITION_UNKNOWN',
      'testimonies.json:30 DATE_AMBIGUOUS',
      'testimonies.json:31 TESTIMONY_OUTSIDE',
      'testimonies.json:31 TESTIMONY_OVERLAP',
    ]);
    expect(read.testimonies.map(({ position }) => position)).toEqual(['for', null, null]);
  });

  it('is mended where that loses nothing', async () => {
    const read = await readHearingFolder(
      await given({
        'transcript.json': [
          cue(5, 6, 'b', '7'),
          { ...cue(1, 2, 'a'), time_marker: 9, mood: 'calm' },
          { speaker: 0, time_marker: 2, start_time: 8, end_time: 8, text: 'c' },
          cue(9, 10, ' '),
        ],
        'speakers.json': [{ label: 0, name: 'Ann' }],
      }),
    );
    expect(read.cues.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(read.speakers).toEqual([
      { label: '0', name: 'Ann', position: null, organisation: null },
      { label: '7', name: null, position: null, organisation: null },
    ]);
    expect(told(read).toSorted()).toEqual(
      [
        'transcript.json:2 SPEAKER_UNDECLARED',
        'transcript.json:9 CUES_REORDERED',
        'transcript.json:11 CUE_RENUMBERED',
        'transcript.json:15 FIELD_IGNORED',
        'transcript.json:18 LABEL_NUMERIC',
        'transcript.json:17 CUE_ZERO_LENGTH',
        'transcript.json:24 CUE_EMPTY',
        'speakers.json:2 FIELD_DEFAULTED',
        'speakers.json:2 FIELD_DEFAULTED',
        'speakers.json:3 LABEL_NUMERIC',
        'testimonies.json:0 FILE_ABSENT',
        'hearing.json:0 FILE_ABSENT',
      ].toSorted(),
    );
    expect(isRefused(read.problems)).toBe(false);
  });
});

describe('a folder that is refused', () => {
  const good = { 'transcript.json': [cue(0, 1)] };
  const speaker = { label: '0', name: 'a', role: 'b', organization: 'c' };

  it.each<[string, Record<string, unknown>, string]>([
    ['has no transcript', { 'speakers.json': [] }, 'transcript.json:0 FILE_MISSING!'],
    ['is no JSON', { 'transcript.json': '[\n  {"a": 1,}\n]' }, 'transcript.json:2 JSON_INVALID!'],
    ['is no list', { 'transcript.json': {} }, 'transcript.json:1 FIELD_TYPE!'],
    ['is not UTF-8', { 'transcript.json': Buffer.from('[\n"\xe9"]', 'latin1') }, 'transcript.json:2 NOT_UTF8!'],
    ['lacks words', { 'transcript.json': [{ speaker: '0', start_time: 1, end_time: 2 }] }, 'transcript.json:2 FIELD_MISSING!'],
    ['has times in words', { 'transcript.json': [{ ...cue(0, 1), start_time: '0' }] }, 'transcript.json:5 FIELD_TYPE!'],
    ['has endless times', { 'transcript.json': '[{"start_time":1,\n"end_time":1e999,"text":"x"}]' }, 'transcript.json:1 TIME_INVALID!'],
    ['goes back in time', { 'transcript.json': [cue(0, 1), cue(3, 2)] }, 'transcript.json:9 TIME_REVERSED!'],
    ['begins before the start', { 'transcript.json': [cue(-1, 2)] }, 'transcript.json:2 TIME_NEGATIVE!'],
    ['holds a NUL', { 'transcript.json': [cue(0, 1, 'a\0')] }, 'transcript.json:7 TEXT_NOT_STORABLE!'],
    ['holds half a pair', { 'transcript.json': '[{"start_time":0,"end_time":1,\n"text":"\\ud800"}]' }, 'transcript.json:2 TEXT_NOT_STORABLE!'],
    ['gives a label twice', { ...good, 'speakers.json': [speaker, speaker] }, 'speakers.json:9 LABEL_DUPLICATE!'],
    ['has a testimony that goes back', { ...good, 'testimonies.json': [testimony('a', 1, 0)] }, 'testimonies.json:6 TIME_REVERSED!'],
    ['has a testimony of nobody', { ...good, 'testimonies.json': [{ ...testimony('a', 0, 1), name: null }] }, 'testimonies.json:3 FIELD_TYPE!'],
    ['has a NUL in a list', { ...good, 'testimonies.json': [testimony('a', 0, 1, { key_points: ['\0'] })] }, 'testimonies.json:11 TEXT_NOT_STORABLE!'],
    ['is of no day', { ...good, 'hearing.json': { date: '2025-02-30' } }, 'hearing.json:2 VALUE_INVALID!'],
    ['is of no zone', { ...good, 'hearing.json': { timeZone: 'Mars/Olympus' } }, 'hearing.json:2 VALUE_INVALID!'],
    ['starts at no instant', { ...good, 'hearing.json': { startsAt: '2025-02-03 10:00' } }, 'hearing.json:2 VALUE_INVALID!'],
  ])('%s', async (_what, files, problem) => {
    const read = await readHearingFolder(await given(files));
    expect(told(read)).toContain(problem);
    expect(read.problems.filter(({ mended }) => !mended)).toHaveLength(1);
  }); // prettier-ignore

  it('is not there, or is a file, or holds a folder for a file, or one too large', async () => {
    expect(told(await readHearingFolder(place('none')))).toEqual(['-:0 FOLDER_MISSING!']);
    const folder = await given({ 'transcript.json': '[]' });
    expect(told(await readHearingFolder(join(folder, 'transcript.json')))).toEqual(['-:0 FOLDER_MISSING!']);
    await mkdir(join(folder, 'speakers.json'));
    expect(told(await readHearingFolder(folder))).toContain('speakers.json:0 FILE_UNREADABLE!');
    await truncate(join(folder, 'transcript.json'), 256 * 1024 * 1024 + 1);
    expect(told(await readHearingFolder(folder))).toContain('transcript.json:0 FILE_TOO_LARGE!');
  });
});

describe('the digest', () => {
  it('is of every byte and of the file it stands in', async () => {
    const digests = await Promise.all(
      [
        { 'transcript.json': '[]', 'speakers.json': '[]' },
        { 'transcript.json': '[]', 'speakers.json': '[]' },
        { 'transcript.json': '[]', 'speakers.json': '[ ]' },
        { 'transcript.json': '[]', 'testimonies.json': '[]' },
        { 'transcript.json': '[]' },
      ].map(async (files) => (await readHearingFolder(await given(files))).digest),
    );
    expect(digests[0]).toBe(digests[1]);
    expect(new Set(digests).size).toBe(4);
  });
});
