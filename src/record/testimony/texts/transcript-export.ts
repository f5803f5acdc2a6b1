import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { requestContext, runInContext } from '#src/foundation/common/index.js';
import { type FormatCue, type TranscriptFormat, writeTranscript } from '../formats/index.js';
import { transcriptNotFound } from '../testimony.errors.js';
import { TranscriptWords } from './transcript-words.js';

export interface TranscriptText {
  readonly stream: Readable;
  readonly type: string;
  readonly filename: string;
  /** Differs by the transcript's revision and by the format. */
  readonly revision: string;
}

const TYPES: Readonly<Record<TranscriptFormat, readonly [type: string, extension: string]>> = {
  vtt: ['text/vtt; charset=utf-8', 'vtt'],
  srt: ['application/x-subrip; charset=utf-8', 'srt'],
  text: ['text/plain; charset=utf-8', 'txt'],
  json: ['application/json; charset=utf-8', 'json'],
};

/** A whole transcript in one of its formats, read page by page as fast as its reader takes it. */
@Injectable()
export class TranscriptExport {
  constructor(private readonly words: TranscriptWords) {}

  async open(id: string, format: TranscriptFormat): Promise<TranscriptText> {
    const heading = await this.words.heading(id);
    if (!heading) throw transcriptNotFound();
    const { title, language, speakers, revision } = heading;
    const [type, extension] = TYPES[format];
    return {
      stream: Readable.from(writeTranscript(format, { title, language, speakers }, this.pages(id)), {
        objectMode: false,
      }),
      type,
      filename: `${id}.${extension}`,
      revision: `${revision}-${format}`,
    };
  }

  /** @throws DomainError 404 when the gate closes between two pages: half a transcript must not look like a whole one */
  private async *pages(id: string): AsyncGenerator<FormatCue[]> {
    // A stream is asked for more from wherever its socket drains: each page is read as the one who asked first.
    const context = requestContext();
    for (let after = -1; ;) {
      const page = await runInContext(context, () => this.words.pageAfter(id, after));
      if (!page) throw transcriptNotFound();
      if (page.cues.length > 0) yield page.cues;
      if (page.last === null) return;
      after = page.last;
    }
  }
}
