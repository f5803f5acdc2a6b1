import { assemble } from '../common/assemble.js';
import { ProblemList } from '../common/problems.js';
import { withoutByteOrderMark } from '../common/source-lines.js';
import type { FormatSpeaker, FormatTranscript } from '../common/transcript.types.js';
import { refusedTranscript } from '../common/line-cues.js';
import { OWN_FIELDS, type PlacedCue, SERVICE_FIELDS, readCueRow } from './cue-rows.js';
import { type JsonPath, syntaxErrorOf } from './json-places.js';
import { JsonProblems } from './json-problems.js';
import { JsonRow } from './json-row.js';
import { readSpeakerRow } from './speaker-rows.js';

/** `{language, speakers, cues}` as we write it, or the bare list of cues that a transcription service writes. */
export function readJson(input: string): FormatTranscript {
  const source = withoutByteOrderMark(input);
  const document = parseJson(source);
  if (document === undefined) {
    const problems = new ProblemList();
    const { line, column } = syntaxErrorOf(source);
    problems.add('JSON_INVALID', line, `Not JSON: line ${line}, column ${column}.`);
    return refusedTranscript(problems);
  }
  const problems = new JsonProblems();
  const transcript = Array.isArray(document) ? bareList(document, problems) : ownForm(document, problems);
  if (transcript.cues.length === 0) problems.add('CUES_NONE', [], 'Nothing is said in it.');
  return { ...transcript, problems: problems.all(source) };
}

/** Undefined for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

type Read = Omit<FormatTranscript, 'problems'>;

function bareList(document: readonly unknown[], problems: JsonProblems): Read {
  const rows = JsonRow.listOf(document, [], problems);
  const names = rows[0]?.has(OWN_FIELDS.start) ? OWN_FIELDS : SERVICE_FIELDS;
  const cues = rows.flatMap((row) => readCueRow(row, names) ?? []);
  return { language: null, ...transcriptOfRows([], [], cues, false, problems) };
}

function ownForm(document: unknown, problems: JsonProblems): Read {
  const root = JsonRow.of(document, [], problems);
  if (root === null) return { language: null, speakers: [], cues: [] };
  const language = root.text('language', 'allow');
  root.ignoreAllBut(['title', 'language', 'speakers', 'cues']);
  const speakerRows = JsonRow.listOf(root.value('speakers') ?? [], ['speakers'], problems);
  const speakers = speakerRows.flatMap((row) => readSpeakerRow(row) ?? []);
  const cueRows = JsonRow.listOf(root.value('cues'), ['cues'], problems);
  const names = cueRows[0]?.has(SERVICE_FIELDS.start) ? SERVICE_FIELDS : OWN_FIELDS;
  const cues = cueRows.flatMap((row) => readCueRow(row, names) ?? []);
  return { language, ...transcriptOfRows(speakers, ['speakers'], cues, root.has('speakers'), problems) };
}

/** Brings rows under the rules of all formats. */
export function transcriptOfRows(
  speakers: FormatSpeaker[],
  speakersAt: JsonPath,
  cues: PlacedCue[],
  hasSpeakerTable: boolean,
  problems: JsonProblems,
): Omit<Read, 'language'> {
  return assemble({
    speakers,
    cues,
    hasSpeakerTable,
    report: (code, list, i, detail) =>
      problems.add(code, list === 'cues' ? (cues[i]?.at ?? []) : [...speakersAt, i], detail),
  });
}
