import { describe, expect, it } from '@jest/globals';
import {
  type FormatCue,
  type TranscriptFormat,
  detectFormat,
  isRefused,
  outcomeOf,
  parseTranscript,
  writeTranscript,
} from './index.js';

type Found = [string, number, boolean];
const placed = (a: Found, b: Found): number => a[1] - b[1] || a[0].localeCompare(b[0]);
const found = (format: TranscriptFormat, input: string): Found[] =>
  parseTranscript(format, input)
    .problems.map(({ code, line, mended }): Found => [code, line, mended])
    .toSorted(placed);

async function* one(cues: FormatCue[]): AsyncGenerator<FormatCue[]> {
  yield await Promise.resolve(cues);
}

async function written(format: TranscriptFormat, cues: FormatCue[]): Promise<string> {
  const speakers = [{ label: '0', name: 'Ann Roe', position: 'Chair', organisation: null }];
  let output = '';
  for await (const piece of writeTranscript(
    format,
    { title: 'A day', language: 'en', speakers },
    one(cues),
  )) {
    output += piece;
  }
  return output;
}

describe('WebVTT', () => {
  it('reads voices, styles, identifiers, settings and looks', () => {
    const input = [
      '\uFEFFWEBVTT - a title', 'Language: es', '', 'STYLE', '::cue { color: red }', '', 'NOTE nothing', '',
      'intro', '100:00:01.500 --> 100:00:02.250 align:start', '<v.loud Ann  Roe>Good <i>morning</i> &amp; hi', 'all</v>', '',
      '00:03.000 --> 00:04.000', '<v Ann>Yes.</v> <v Bo>No.</v>', '',
    ].join('\r\n'); // prettier-ignore
    const { language, cues, speakers, problems } = parseTranscript('vtt', input);
    expect(language).toBe('es');
    expect(cues).toEqual([
      { start: 3, end: 4, speaker: 'Ann', text: 'Yes.' },
      { start: 3, end: 4, speaker: 'Bo', text: 'No.' },
      { start: 360001.5, end: 360002.25, speaker: 'Ann Roe', text: 'Good morning & hi\nall' },
    ]);
    expect(speakers.map(({ name }) => name)).toEqual(['Ann', 'Bo', 'Ann Roe']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['SETTINGS_DROPPED', 10],
      ['VOICES_SPLIT', 14],
      ['CUES_REORDERED', 14],
    ]);
  });

  it('tells what it refuses, with the line', () => {
    expect(found('vtt', '1\n00:00.000 --> 00:01.000\nx')).toEqual([['SIGNATURE_MISSING', 1, false]]);
    expect(found('vtt', 'WEBVTT\n\n00:02.000 --> 00:01.000\nx')).toEqual([['TIME_REVERSED', 3, false]]);
    expect(found('vtt', 'WEBVTT\n\n00:61.000 --> 01:01.000\nx')).toContainEqual(['TIME_INVALID', 3, false]);
    expect(found('vtt', 'WEBVTT\n\n-00:01.000 --> 00:01.000\nx')).toEqual([['TIME_NEGATIVE', 3, false]]);
    expect(found('vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\na\0b')).toEqual([
      ['TEXT_NOT_STORABLE', 4, false],
    ]);
    expect(found('vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\na\uDC00b')).toEqual([
      ['TEXT_NOT_STORABLE', 4, false],
    ]);
  });

  it('keeps what takes no time, leaves out what says nothing', () => {
    const input = 'WEBVTT\n\n00:01.000 --> 00:01.000\nx\n\n00:02.000 --> 00:03.000\n<i></i>\n';
    expect(parseTranscript('vtt', input).cues).toEqual([{ start: 1, end: 1, speaker: null, text: 'x' }]);
    expect(found('vtt', input)).toEqual([
      ['CUE_ZERO_LENGTH', 3, true],
      ['CUE_EMPTY', 6, true],
    ]);
  });

  it('cannot be brought out of step by a name that ends as an arrow begins', async () => {
    const cue = { start: 1, end: 2, speaker: 'Bo --', text: 'x' };
    expect(parseTranscript('vtt', await written('vtt', [cue])).cues).toEqual([cue]);
  });

  it('is written as players read it', async () => {
    expect(
      await written('vtt', [{ start: 1.0004, end: 360000.9996, speaker: '0', text: 'a < b & c --> d' }]),
    ).toBe(
      'WEBVTT - A day\nLanguage: en\n\nNOTE speakers\n' +
        '{"voice":"Ann Roe","label":"0","name":"Ann Roe","position":"Chair","organisation":null}\n\n' +
        '00:00:01.000 --> 100:00:01.000\n<v Ann Roe>a &lt; b &amp; c --&gt; d\n\n',
    );
  });
});

describe('SubRip', () => {
  it('reads what is found in the wild', () => {
    const input =
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n<font color="red">ANN ROE:</font> Hi\r\n\r\nstill\r\n\r\n' +
      '00:00:03.000 --> 00:00:04.000\r\n{\\an8}[SPEAKER_01]: No counter\r\n\r\n7\r\n100:00:00,000 --> 100:00:01,000\r\n42';
    const { cues, speakers, problems } = parseTranscript('srt', input);
    expect(cues).toEqual([
      { start: 1, end: 2.5, speaker: 'ANN ROE', text: 'Hi\n\nstill' },
      { start: 3, end: 4, speaker: 'SPEAKER_01', text: 'No counter' },
      { start: 360000, end: 360001, speaker: null, text: '42' },
    ]);
    expect(speakers.map(({ name }) => name)).toEqual(['ANN ROE', null]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['TIME_UNUSUAL', 7]]);
  });

  it('tells what it refuses, with the line', () => {
    expect(found('srt', '1\n00:00:01,000 --> soon\nx\n')).toContainEqual(['TIME_INVALID', 2, false]);
    expect(found('srt', '1\n00:00:05,000 --> 00:00:04,000\nx\n')).toEqual([['TIME_REVERSED', 2, false]]);
    expect(found('srt', 'hello\n1\n00:00:05,000 --> 00:00:06,000\nx\n')).toEqual([['STRAY_TEXT', 1, true]]);
  });
});

describe('plain text', () => {
  it('reads the usual ways to write who and when', () => {
    const input = [
      'Minutes of a day', '', '[0:00:05] ANN ROE: Good morning', 'everyone.', '', 'And welcome.', '', 'Bo Li: Thanks.', '',
      'Cy Young (00:01:00):', 'Words below.', '', '75:10 Dr. de la Cruz: Late.', '', '[01:30:00.5 --> 01:30:02] and a thing: said',
    ].join('\n'); // prettier-ignore
    const { cues, problems } = parseTranscript('text', input);
    expect(cues).toEqual([
      { start: 5, end: 60, speaker: 'ANN ROE', text: 'Good morning everyone.\nAnd welcome.' },
      { start: 5, end: 60, speaker: 'Bo Li', text: 'Thanks.' },
      { start: 60, end: 4510, speaker: 'Cy Young', text: 'Words below.' },
      { start: 4510, end: 5400.5, speaker: 'Dr. de la Cruz', text: 'Late.' },
      { start: 5400.5, end: 5402, speaker: null, text: 'and a thing: said' },
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['STRAY_TEXT', 1],
      ['ENDS_ASSUMED', 3],
      ['TIME_INHERITED', 8],
    ]);
  });

  it('refuses words without times', () => {
    expect(found('text', 'ANN ROE: Good morning.\n')).toContainEqual(['TIMES_MISSING', 1, false]);
    expect(found('text', '')).toContainEqual(['TIMES_MISSING', 1, false]);
    expect(found('text', '[0:00:75] x')).toContainEqual(['TIME_INVALID', 1, false]);
    expect(found('text', '[-0:00:05] x')).toContainEqual(['TIME_NEGATIVE', 1, false]);
  });

  it('is written in paragraphs, a long turn in several', async () => {
    const cue = (start: number, speaker: string | null, text: string): FormatCue => ({
      start,
      end: start + 1,
      speaker,
      text,
    });
    const cues = [
      cue(1.9, '0', 'One.'),
      cue(3, '0', 'x'.repeat(1200)),
      cue(3700, '0', 'Two.'),
      cue(3800, null, 'Three.'),
    ];
    expect(await written('text', cues)).toBe(
      `# A day\n# Language: en\n# Speaker: Ann Roe | Chair\n\n[0:00:01] Ann Roe: One. ${'x'.repeat(1200)}\n\n` +
        '[1:01:40] Ann Roe: Two.\n\n[1:03:20] Unnamed speaker: Three.\n',
    );
  });
});

describe('JSON', () => {
  it('reads the bare list of a transcription service', () => {
    const cue = { speaker: '0', time_marker: 0, start_time: 0.1 + 0.2, end_time: 1, text: 'x' };
    const { cues, speakers, problems } = parseTranscript('json', JSON.stringify([cue]));
    expect(cues).toEqual([{ start: 0.30000000000000004, end: 1, speaker: '0', text: 'x' }]);
    expect(speakers).toEqual([{ label: '0', name: null, position: null, organisation: null }]);
    expect(problems).toEqual([]);
  });

  it('tells the line of what is wrong', () => {
    const input = `{
  "speakers": [
    {"label": "a"},
    {"label": "a"}
  ],
  "cues": [
    {"start": 1, "end": 2, "speaker": "b", "text": "x"},
    {"start": 1, "end": 2,
     "speaker": 3, "text": "\\u0000"},
    {"start": "1", "end": 2, "text": "x", "more": 1},
    {"end": 2, "text": "x"}, 7
  ]
}`;
    expect(found('json', input)).toEqual([
      ['LABEL_DUPLICATE', 4, false],
      ['SPEAKER_UNDECLARED', 7, true],
      ['LABEL_NUMERIC', 9, true],
      ['TEXT_NOT_STORABLE', 9, false],
      ['FIELD_IGNORED', 10, true],
      ['FIELD_TYPE', 10, false],
      ['FIELD_MISSING', 11, false],
      ['FIELD_TYPE', 11, false],
    ]);
    expect(parseTranscript('json', '{\n "cues": [}').problems[0]).toMatchObject({
      code: 'JSON_INVALID',
      line: 2,
    });
    expect(found('json', '3')).toContainEqual(['FIELD_TYPE', 1, false]);
  });
});

describe('a report', () => {
  it('is not as long as a file that is wrong throughout', () => {
    const input = `WEBVTT\n\n${'00:02.000 --> 00:01.000\nx\n\n'.repeat(1000)}`;
    const { problems } = parseTranscript('vtt', input);
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.detail).toBe('And 800 more of this kind.');
    expect(isRefused(problems)).toBe(true);
  });

  it('tells mended from noted', () => {
    const outcomes = parseTranscript(
      'vtt',
      'WEBVTT\n\n00:01.000 --> 00:01.000\nx\n\n00:02.000 --> 00:02.000\n',
    ).problems.map(outcomeOf);
    expect(outcomes).toEqual(['noted', 'mended']);
  });
});

describe('the format of a file', () => {
  it.each([
    ['a.txt', 'WEBVTT\n', 'vtt'],
    ['a', '\uFEFF1\r\n00:00:01,000 --> 00:00:02,000', 'srt'],
    ['a', '[\n  {"speaker"', 'json'],
    ['a.JSON', '', 'json'],
    ['a.txt', '[0:00:01] Ann: x', 'text'],
    ['a', '[0:00:01] Ann: x', null],
    ['a.srt', '\0\0', null],
  ])('%s beginning %j is %s', (filename, head, format) => {
    expect(detectFormat(filename, head)).toBe(format);
  });
});
