import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import type { Recording } from './entities/recording.entity.js';
import type { RecordStatus } from './entities/record-status.js';
import type { Testimony } from './entities/testimony.entity.js';
import type { Transcript } from './entities/transcript.entity.js';

const labelOf = ({ status }: { status: RecordStatus }): OwnLabel =>
  ordinary(status === 'posted' ? 'public' : 'desk');

/** What is posted is anybody's, as far as its hearing is; all else is the desk's. */
export const labelOfRecording = (recording: Pick<Recording, 'status'>): OwnLabel => labelOf(recording);

export const labelOfTranscript = (transcript: Pick<Transcript, 'status'>): OwnLabel => labelOf(transcript);

export const labelOfTestimony = (testimony: Pick<Testimony, 'status'>): OwnLabel => labelOf(testimony);

const NEXT: Readonly<Record<RecordStatus, readonly RecordStatus[]>> = {
  received: ['held', 'posted', 'retracted'],
  held: ['posted', 'retracted'],
  posted: ['held', 'retracted'],
  // What was taken back is looked at again before it is shown again.
  retracted: ['held'],
};

export const mayBecome = (from: RecordStatus, to: RecordStatus): boolean => NEXT[from].includes(to);

/** Who keeps something from the public says why. */
export const needsReason = (to: RecordStatus): boolean => to === 'held' || to === 'retracted';

/** What came in stays as it came; a correction is a transcript of its own, derived from it. */
export const isCorrectable = (transcript: Pick<Transcript, 'kind'>): boolean => transcript.kind !== 'machine';
