import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DomainError } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { CueEditRepository } from '../cues/cue-edit.repository.js';
import type { Speaker } from '../entities/speaker.entity.js';
import type { Transcript } from '../entities/transcript.entity.js';
import { SpeakerLookup } from '../shared/speaker-lookup.js';
import { ruleBroken, speakerNotFound, transcriptImmutable, transcriptNotFound } from '../testimony.errors.js';
import { isCorrectable } from '../testimony.policy.js';
import { TranscriptPassages } from '../transcripts/transcript-passages.js';
import { TranscriptRepository } from '../transcripts/transcript.repository.js';
import { type CueMove, MovedCues } from './moved-cues.js';
import type { MergeSpeakersDto, SpeakerDto, SplitSpeakerDto } from './speaker.dto.js';
import { SpeakerRepository } from './speaker.repository.js';
import { SpeakerService } from './speaker.service.js';
import { freeLabel } from './free-label.js';

/** Puts right what a machine took for one voice or for several. */
@Injectable()
export class SpeakerSorting {
  constructor(
    private readonly gate: Gate,
    private readonly transcripts: TranscriptRepository,
    private readonly speakers: SpeakerRepository,
    private readonly lookup: SpeakerLookup,
    private readonly edits: CueEditRepository,
    private readonly cues: MovedCues,
    private readonly passages: TranscriptPassages,
    private readonly reader: SpeakerService,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  async merge(transcriptId: string, { into, from, reason }: MergeSpeakersDto): Promise<SpeakerDto> {
    await this.gate.write(async () => {
      const transcript = await this.lock(transcriptId);
      await this.lookup.demandLabel('/into', transcriptId, into);
      for (const [i, id] of from.entries()) {
        await this.lookup.demandLabel(`/from/${i}`, transcriptId, id);
        if (id === into) throw ruleBroken('MERGE_INTO_ITSELF', `/from/${i}`, 'is the speaker who stays');
      }
      const cues = await this.move(transcript, { from, to: into, reason });
      await this.speakers.remove(from);
      await this.audit.record('speakers.merged', 'transcript', transcriptId, { into, from, cues });
    });
    return this.reader.get(transcriptId, into);
  }

  async split(transcriptId: string, id: string, input: SplitSpeakerDto, key?: string): Promise<SpeakerDto> {
    const made = await this.gate.write(async () => {
      const transcript = await this.lock(transcriptId);
      const speaker = await this.lookup.find(transcriptId, id);
      if (!speaker) throw speakerNotFound();
      return this.idempotency.once({
        key,
        operation: `splitSpeaker/${id}`,
        payload: input,
        create: () => this.divide(transcript, speaker, input),
      });
    });
    return this.reader.get(transcriptId, made);
  }

  private async divide(transcript: Transcript, speaker: Speaker, input: SplitSpeakerDto): Promise<string> {
    const { from: first, to: last, name, label: wanted, reason } = input;
    const labels = await this.speakers.labels(transcript.id);
    if (wanted !== undefined && labels.has(wanted)) throw labelTaken();
    const id = randomUUID();
    const label = wanted ?? freeLabel(speaker.label, labels);
    await this.speakers.insert({ id, transcriptId: transcript.id, label, name: name ?? null });
    const cues = await this.move(transcript, { from: [speaker.id], range: [first, last], to: id, reason });
    if (cues === 0) throw ruleBroken('NOTHING_TO_SPLIT', '/from', 'to /to holds no cue of this speaker');
    const details = { speaker: speaker.id, into: id, cues };
    await this.audit.record('speaker.split', 'transcript', transcript.id, details);
    return id;
  }

  private async move(
    transcript: Transcript,
    move: Pick<CueMove, 'from' | 'range' | 'to' | 'reason'>,
  ): Promise<number> {
    const { id: transcriptId } = transcript;
    if (!isCorrectable(transcript)) throw transcriptImmutable();
    const edit = await this.edits.nextEdit(transcript);
    const moved = await this.cues.move({ transcriptId, edit, by: this.gate.actor().id ?? '', ...move });
    await this.lookup.touch([...move.from, move.to]);
    await this.passages.rebuild(transcriptId);
    return moved;
  }

  private async lock(id: string): Promise<Transcript> {
    const transcript = await this.transcripts.lock(id);
    if (!transcript) throw transcriptNotFound();
    return transcript;
  }
}

const labelTaken = (): DomainError =>
  new DomainError('conflict', 'LABEL_TAKEN', 'Another speaker of this transcript has this label.');
