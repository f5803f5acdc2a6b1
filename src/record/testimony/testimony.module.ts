import { Module } from '@nestjs/common';
import { TranscriptPassages } from './transcripts/transcript-passages.js';
import { TranscriptStore } from './transcripts/transcript-store.js';

@Module({
  providers: [TranscriptStore, TranscriptPassages],
  exports: [TranscriptStore, TranscriptPassages],
})
export class TestimonyModule {}
