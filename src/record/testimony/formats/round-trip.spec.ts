import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type FormatCue,
  type FormatSpeaker,
  type TranscriptFormat,
  type TranscriptMeta,
  isRefused,
  parseTranscript,
  writeTranscript,
} from './index.js';
import { Voices, oneLine } from './common/voices.js';

const FRAGMENTS = [
  '-->', '00:00:01,000 --> 00:00:02,000', '00:00:01.000 --> 00:00:02.000', '\n', '\n\n', '\n \n', '\r', '\r\n', ' ', '\t',
  '<', '>', '</v>', '<v Ann>', '<b>', '</i>', '&', '&amp;', '&#10;', '&lt;', '{\\an8}', '1', '\n42\n', 'NOTE speakers',
  'WEBVTT', 'STYLE', '\uFEFF', '👩‍⚖️', 'שלום', '\u202E', 'ANN ROE: ', '[ANN]: ', '>> ANN: ', '[0:00:01]', '# Speaker: Ann',
  'Ann', ':', '|', '"', '\\', '\u2028', '\u0085', '\u0001', '\u00A0', 'é', '-', 'null', 'Unnamed speaker: ',
]; // prettier-ignore

const storable = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 3 })),
    maxLength: 12,
  })
  .filter((text) => !text.includes('\0'));
const words = storable.filter((text) => text.trim() !== '');
const nullable = fc.option(storable);
const speakers: fc.Arbitrary<FormatSpeaker[]> = fc.uniqueArray(
  fc.record({ label: words, name: nullable, position: nullable, organisation: nullable }),
  { selector: (speaker) => speaker.label, maxLength: 5 },
);
const seconds = fc.double({ min: 0, max: 5e5, noNaN: true }).map((value) => value + 0);

interface Said {
  meta: TranscriptMeta;
  cues: FormatCue[];
}

const said: fc.Arbitrary<Said> = speakers.chain((table) =>
  fc.record({
    meta: fc.record({
      title: fc.option(storable),
      language: fc.constantFrom(null, 'en', 'es-419'),
      speakers: fc.constant(table),
    }),
    cues: fc
      .array(
        fc.record({
          start: seconds,
          length: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 60, noNaN: true })),
          speaker: fc.option(fc.oneof(words, ...table.map(({ label }) => fc.constant(label)))),
          text: words,
        }),
        { maxLength: 8 },
      )
      .map((rows) => rows.map(({ start, length, ...rest }) => ({ start, end: start + length, ...rest }))),
  }),
);

async function* batched(cues: readonly FormatCue[]): AsyncGenerator<readonly FormatCue[]> {
  yield [];
  for (let i = 0; i < cues.length; i += 3) yield await Promise.resolve(cues.slice(i, i + 3));
}

async function written(format: TranscriptFormat, { meta, cues }: Said): Promise<string> {
  let output = '';
  for await (const piece of writeTranscript(format, meta, batched(cues))) output += piece;
  return output;
}

const sorted = (cues: readonly FormatCue[]): FormatCue[] => cues.toSorted((a, b) => a.start - b.start);
const toMilliseconds = (cue: FormatCue): FormatCue => ({
  ...cue,
  start: Math.round(cue.start * 1000) / 1000,
  end: Math.round(cue.end * 1000) / 1000,
});

/** The table with those who speak in no table behind it, in the order in which `cues` name them. */
function everybody(table: readonly FormatSpeaker[], cues: readonly FormatCue[]): FormatSpeaker[] {
  const all = new Map(table.map((speaker) => [speaker.label, speaker]));
  for (const { speaker: label } of cues) {
    if (label !== null && !all.has(label))
      all.set(label, { label, name: null, position: null, organisation: null });
  }
  return [...all.values()];
}

describe('what is written is read again', () => {
  it('as JSON: all of it, seconds to the last bit', () =>
    fc.assert(
      fc.asyncProperty(said, async (x) => {
        const back = parseTranscript('json', await written('json', x));
        expect(isRefused(back.problems)).toBe(false);
        expect(back.cues).toEqual(sorted(x.cues));
        expect(back.speakers).toEqual(everybody(x.meta.speakers, sorted(x.cues)));
        expect(back.language).toBe(x.meta.language);
      }),
      { numRuns: 400 },
    ));

  it('as WebVTT: all of it, times to the millisecond', () =>
    fc.assert(
      fc.asyncProperty(said, async (x) => {
        const back = parseTranscript('vtt', await written('vtt', x));
        expect(isRefused(back.problems)).toBe(false);
        expect(back.cues).toEqual(sorted(x.cues.map(toMilliseconds)));
        expect(back.speakers).toEqual(everybody(x.meta.speakers, x.cues));
        expect(back.language).toBe(x.meta.language);
        expect(back.problems.map(({ code }) => code)).not.toContain('STRAY_TEXT');
      }),
      { numRuns: 600 },
    ));

  it('as SubRip: words exactly, times to the millisecond, speakers by the name they are called', () =>
    fc.assert(
      fc.asyncProperty(said, async (x) => {
        const voices = new Voices(x.meta.speakers);
        const back = parseTranscript('srt', await written('srt', x));
        expect(isRefused(back.problems)).toBe(false);
        const called = x.cues.map(({ speaker, ...cue }) => ({
          ...cue,
          speaker:
            speaker === null
              ? null
              : voices.admit({ label: speaker, name: speaker, position: null, organisation: null }),
        }));
        expect(back.cues).toEqual(sorted(called.map(toMilliseconds)));
      }),
      { numRuns: 600 },
    ));

  it('as plain text: every word of every turn, in the second it begins', () =>
    fc.assert(
      fc.asyncProperty(said, async (x) => {
        const ordered = { ...x, cues: sorted(x.cues).filter(({ text }) => oneLine(text) !== '') };
        const turns = ordered.cues.reduce<{ start: number; speaker: string | null; text: string }[]>(
          (all, cue) => {
            const last = all.at(-1);
            if (last && last.speaker === cue.speaker) last.text += ` ${oneLine(cue.text)}`;
            else all.push({ start: Math.floor(cue.start), speaker: cue.speaker, text: oneLine(cue.text) });
            return all;
          },
          [],
        );
        const back = parseTranscript('text', await written('text', ordered));
        expect(back.cues.map(({ start, text }) => ({ start, text: text.trim() }))).toEqual(
          turns.map(({ start, text }) => ({ start, text: text.trim() })),
        );
        expect(back.cues.map(({ speaker }) => speaker === null)).toEqual(
          turns.map(({ speaker }) => speaker === null),
        );
        expect(isRefused(back.problems)).toBe(turns.length === 0);
      }),
      { numRuns: 600 },
    ));

  it('and a second writing of what was read is the same', () =>
    fc.assert(
      fc.asyncProperty(said, fc.constantFrom<TranscriptFormat>('vtt', 'json'), async (x, format) => {
        const once = parseTranscript(format, await written(format, x));
        const meta = { title: x.meta.title ?? null, language: once.language, speakers: once.speakers };
        const twice = parseTranscript(format, await written(format, { meta, cues: once.cues }));
        expect({ ...twice, problems: [] }).toEqual({ ...once, problems: [] });
      }),
    ));
});

describe('any input at all', () => {
  it.each<TranscriptFormat>(['vtt', 'srt', 'text', 'json'])(
    'is read as %s without throwing, and gives nothing unstorable',
    (format) => {
      fc.assert(
        fc.property(
          fc.string({ unit: fc.constantFrom(...FRAGMENTS, '\0', '\uD800'), maxLength: 40 }),
          (input) => {
            const { cues, speakers } = parseTranscript(format, input);
            expect(JSON.stringify({ cues, speakers })).not.toMatch(/\\u0000|\\ud800/i);
            for (const cue of cues) {
              expect(cue.end).toBeGreaterThanOrEqual(cue.start);
              expect(cue.text.trim()).not.toBe('');
            }
          },
        ),
        { numRuns: 400 },
      );
    },
  );

  it('takes no more than a breath, however it is made to tangle a pattern', () => {
    const long = 200_000;
    const tangles = [
      ' '.repeat(long),
      '\n'.repeat(long),
      '<b '.repeat(long),
      '{\\'.repeat(long),
      '['.repeat(long),
      '-'.repeat(long),
    ];
    for (const tangle of [
      ...tangles,
      '&#'.repeat(long),
      'A '.repeat(long),
      '1:'.repeat(long),
      '<v '.repeat(long),
    ]) {
      const body = `x${tangle}y`;
      parseTranscript('vtt', `WEBVTT\n\n00:01.000 --> 00:02.000 ${body}\n${body}\n\n${body}`);
      parseTranscript('srt', `1\n00:00:01,000 --> 00:00:02,000 ${body}\n${body}`);
      parseTranscript('text', `[0:00:01] ${body}\n${body}\n${tangle} 0:01`);
    }
  });
});
