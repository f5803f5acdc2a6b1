import { Module } from '@nestjs/common';
import { CueController } from './cues/cue.controller.js';
import { CueEditRepository } from './cues/cue-edit.repository.js';
import { CueEditService } from './cues/cue-edit.service.js';
import { CueRepository } from './cues/cue.repository.js';
import { CueService } from './cues/cue.service.js';
import { CueLocator } from './moments/cue-locator.js';
import { MomentController } from './moments/moment.controller.js';
import { MomentRepository } from './moments/moment.repository.js';
import { MomentService } from './moments/moment.service.js';
import { TestimonySpans } from './moments/testimony-spans.js';
import { RecordingController } from './recordings/recording.controller.js';
import { RecordingRepository } from './recordings/recording.repository.js';
import { RecordingService } from './recordings/recording.service.js';
import { References } from './shared/references.js';
import { SpeakerLookup } from './shared/speaker-lookup.js';
import { MovedCues } from './speakers/moved-cues.js';
import { SpeakerController } from './speakers/speaker.controller.js';
import { SpeakerRepository } from './speakers/speaker.repository.js';
import { SpeakerService } from './speakers/speaker.service.js';
import { SpeakerSorting } from './speakers/speaker-sorting.service.js';
import { TestimonyController } from './testimonies/testimony.controller.js';
import { TestimonyIndex } from './testimonies/testimony-index.js';
import { TestimonyRecord } from './testimonies/testimony-record.service.js';
import { TestimonyRepository } from './testimonies/testimony.repository.js';
import { TestimonyService } from './testimonies/testimony.service.js';
import { CurrentTranscript } from './transcripts/current-transcript.js';
import { TranscriptController } from './transcripts/transcript.controller.js';
import { TranscriptDerivation } from './transcripts/transcript-derivation.service.js';
import { TranscriptExport } from './texts/transcript-export.js';
import { TranscriptImport } from './transcripts/transcript-import.service.js';
import { TranscriptPassages } from './transcripts/transcript-passages.js';
import { TranscriptRepository } from './transcripts/transcript.repository.js';
import { TranscriptService } from './transcripts/transcript.service.js';
import { TranscriptStore } from './transcripts/transcript-store.js';
import { TranscriptWords } from './texts/transcript-words.js';

const BULK = [TranscriptStore, TranscriptPassages, TestimonyIndex];

@Module({
  controllers: [
    RecordingController,
    MomentController,
    TranscriptController,
    CueController,
    SpeakerController,
    TestimonyController,
  ],
  providers: [
    ...BULK,
    References,
    SpeakerLookup,
    RecordingService,
    RecordingRepository,
    CueLocator,
    TestimonySpans,
    MomentService,
    MomentRepository,
    TranscriptService,
    TranscriptRepository,
    TranscriptImport,
    TranscriptDerivation,
    TranscriptExport,
    TranscriptWords,
    CurrentTranscript,
    CueService,
    CueRepository,
    CueEditService,
    CueEditRepository,
    SpeakerService,
    SpeakerSorting,
    SpeakerRepository,
    MovedCues,
    TestimonyService,
    TestimonyRecord,
    TestimonyRepository,
  ],
  exports: BULK,
})
export class TestimonyModule {}
