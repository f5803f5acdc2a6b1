import { assemble } from './assemble.js';
import type { ProblemList } from './problems.js';
import type { FormatCue, FormatSpeaker, FormatTranscript } from './transcript.types.js';

/** A cue and the line it was read from. */
export interface LineCue extends FormatCue {
  line: number;
}

export interface LineSource {
  language: string | null;
  speakers: FormatSpeaker[];
  cues: LineCue[];
}

/** Makes a transcript of what a format written in lines was found to say. */
export function transcriptOfLines(source: LineSource, problems: ProblemList): FormatTranscript {
  const { speakers, cues } = assemble({
    ...source,
    hasSpeakerTable: false,
    report: (code, list, i, detail) =>
      problems.add(code, list === 'cues' ? (source.cues[i]?.line ?? 0) : 0, detail),
  });
  if (source.cues.length === 0) problems.add('CUES_NONE', 0, 'Nothing is said in it.');
  return { language: source.language, speakers, cues, problems: problems.all() };
}

export function refusedTranscript(problems: ProblemList): FormatTranscript {
  return { language: null, speakers: [], cues: [], problems: problems.all() };
}
