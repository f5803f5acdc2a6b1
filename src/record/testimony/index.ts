import { CueEdit } from './entities/cue-edit.entity.js';
import { Cue } from './entities/cue.entity.js';
import { RecordingPart } from './entities/recording-part.entity.js';
import { Recording } from './entities/recording.entity.js';
import { Speaker } from './entities/speaker.entity.js';
import { Testimony } from './entities/testimony.entity.js';
import { Transcript } from './entities/transcript.entity.js';

export type {
  ExportReport,
  ImportOptions,
  ImportProblem,
  ImportReport,
  ImportStage,
} from './importing/index.js';
export { TestimonyModule } from './testimony.module.js';
export { TestimonyIndex, testimonyEntry } from './testimonies/testimony-index.js';
export { TranscriptPassages } from './transcripts/transcript-passages.js';
export { TRANSCRIPT_BODIES } from './texts/transcript-upload.js';
export { type StoredSpeaker, TranscriptStore } from './transcripts/transcript-store.js';

export const TESTIMONY_ENTITIES = [Recording, RecordingPart, Transcript, Speaker, Cue, CueEdit, Testimony];

/** Hearings from folders and back: loaded when it is asked for, since answering requests never needs it. */
export const importing = () => import('./importing/index.js');
