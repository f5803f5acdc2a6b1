import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { currentManager, Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Transcript } from '../entities/transcript.entity.js';
import { RecordingRepository } from '../recordings/recording.repository.js';
import { transcriptNotFound } from '../testimony.errors.js';
import { labelOfTranscript } from '../testimony.policy.js';
import { CurrentTranscript } from './current-transcript.js';
import { type DeriveTranscriptDto, TranscriptDto } from './transcript.dto.js';
import { TranscriptPassages } from './transcript-passages.js';
import { TranscriptRepository } from './transcript.repository.js';
import { TranscriptService } from './transcript.service.js';

const COPY_SPEAKERS = `insert into speaker (transcript_id, label, name, position, organisation, witness_id, person_id)
  select $1, s.label, s.name, s.position, s.organisation, s.witness_id, s.person_id
    from speaker s where s.transcript_id = $2`;
const COPY_CUES = `insert into cue (transcript_id, number, start_seconds, end_seconds, speaker_id, text)
  select $1, c.number, c.start_seconds, c.end_seconds, mine.id, c.text
    from cue c
    left join speaker theirs on theirs.id = c.speaker_id
    left join speaker mine on mine.transcript_id = $1 and mine.label = theirs.label
   where c.transcript_id = $2`;

/** Makes the transcript that may be corrected: a copy, which from now on is the one that is read. */
@Injectable()
export class TranscriptDerivation {
  constructor(
    private readonly gate: Gate,
    private readonly recordings: RecordingRepository,
    private readonly transcripts: TranscriptRepository,
    private readonly current: CurrentTranscript,
    private readonly passages: TranscriptPassages,
    private readonly reader: TranscriptService,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  async derive(sourceId: string, input: DeriveTranscriptDto, key?: string): Promise<TranscriptDto> {
    const { recording_id: recordingId } = await this.reader.row(sourceId);
    const id = await this.gate.write(async () => {
      // The recording first, as an import locks it: two that want the same place wait for each other.
      await this.recordings.lock(recordingId);
      const source = await this.transcripts.lock(sourceId);
      if (!source) throw transcriptNotFound();
      return this.idempotency.once({
        key,
        operation: `deriveTranscript/${sourceId}`,
        payload: input,
        create: () => this.copy(source, input),
      });
    });
    return this.reader.get(id);
  }

  private async copy(source: Transcript, { kind, reason }: DeriveTranscriptDto): Promise<string> {
    const id = randomUUID();
    const { recordingId, language, cueCount, longestCue } = source;
    // It says the same words: whoever reads the source may read it, and a correction hides nothing on its way.
    const { status } = source;
    await this.current.take(recordingId, language, true);
    await this.transcripts.insert({
      id,
      recordingId,
      kind,
      derivedFrom: source.id,
      language,
      status,
      current: true,
      note: reason,
      cueCount,
      longestCue,
      madeBy: this.gate.actor().id ?? '',
      ...labelOfTranscript({ status }),
    });
    await currentManager().query(COPY_SPEAKERS, [id, source.id]);
    await currentManager().query(COPY_CUES, [id, source.id]);
    await this.passages.rebuild(id);
    await this.audit.record('transcript.derived', 'transcript', id, { from: source.id, kind });
    return id;
  }
}
