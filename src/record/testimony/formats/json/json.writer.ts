import type { CueBatches, FormatCue, TranscriptMeta } from '../common/transcript.types.js';

/** Keeps everything: seconds exactly, texts as they are. A cue stands on a line of its own. */
export async function* writeJson(meta: TranscriptMeta, batches: CueBatches): AsyncGenerator<string> {
  const { title, language, speakers } = meta;
  const table = speakers.map(({ label, name, position, organisation }) =>
    JSON.stringify({ label, name, position, organisation }),
  );
  const heading = title ? `"title":${JSON.stringify(title)},` : '';
  yield `{${heading}"language":${JSON.stringify(language)},"speakers":[${lines(table)}],"cues":[`;
  let number = 0;
  const row = ({ start, end, speaker, text }: FormatCue): string => {
    const separator = number === 0 ? '\n' : ',\n';
    const json = JSON.stringify({ number, start, end, speaker, text });
    number += 1;
    return separator + json;
  };
  for await (const batch of batches) yield batch.map(row).join('');
  yield number === 0 ? ']}\n' : '\n]}\n';
}

function lines(rows: readonly string[]): string {
  return rows.length === 0 ? '' : `\n${rows.join(',\n')}\n`;
}
