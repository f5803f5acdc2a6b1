import { Injectable } from '@nestjs/common';
import { TranscriptPassages } from './transcript-passages.js';
import { TranscriptRepository } from './transcript.repository.js';

/** The place that one transcript of each recording and language holds: the one that is read and searched. */
@Injectable()
export class CurrentTranscript {
  constructor(
    private readonly transcripts: TranscriptRepository,
    private readonly passages: TranscriptPassages,
  ) {}

  /**
   * Clears the place for a transcript about to be stored, inside the transaction that locked its recording.
   *
   * @returns whether the new one is to be the current: when the place was empty, or `insist` cleared it
   */
  async take(recordingId: string, language: string, insist: boolean): Promise<boolean> {
    const holder = await this.transcripts.currentOf(recordingId, language);
    if (!holder) return true;
    if (!insist) return false;
    await this.transcripts.update(holder.id, { current: false });
    await this.passages.rebuild(holder.id);
    return true;
  }
}
