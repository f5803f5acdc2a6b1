import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { isLanguageTag } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Recording } from '../entities/recording.entity.js';
import { type FormatTranscript, isRefused, parseTranscript } from '../formats/index.js';
import { RecordingRepository } from '../recordings/recording.repository.js';
import { recordingNotFound, transcriptEmpty, transcriptRefused } from '../testimony.errors.js';
import { labelOfTranscript } from '../testimony.policy.js';
import { CurrentTranscript } from './current-transcript.js';
import { type CreateTranscriptDto, ImportedTranscriptDto } from './transcript.dto.js';
import { TranscriptPassages } from './transcript-passages.js';
import { TranscriptRepository } from './transcript.repository.js';
import { TranscriptService } from './transcript.service.js';
import { TranscriptStore } from './transcript-store.js';

/** Takes a transcript in as it came: whole, in one transaction, or not at all. */
@Injectable()
export class TranscriptImport {
  constructor(
    private readonly gate: Gate,
    private readonly recordings: RecordingRepository,
    private readonly transcripts: TranscriptRepository,
    private readonly current: CurrentTranscript,
    private readonly store: TranscriptStore,
    private readonly passages: TranscriptPassages,
    private readonly reader: TranscriptService,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 422 TRANSCRIPT_REFUSED, with the line of each thing that cannot be taken, or TRANSCRIPT_EMPTY */
  async create(
    recordingId: string,
    input: CreateTranscriptDto,
    key?: string,
  ): Promise<ImportedTranscriptDto> {
    const content = parseTranscript(input.format, input.content);
    const id = await this.gate.write(async () => {
      const recording = await this.recordings.lock(recordingId);
      if (!recording) throw recordingNotFound();
      if (isRefused(content.problems)) throw transcriptRefused(content.problems);
      if (content.cues.length === 0) throw transcriptEmpty();
      return this.idempotency.once({
        key,
        operation: `createTranscript/${recordingId}`,
        payload: input,
        create: () => this.insert(recording, input, content),
      });
    });
    return ImportedTranscriptDto.of(await this.reader.row(id), content.problems);
  }

  private async insert(
    recording: Recording,
    { language: given, note, current = false, format }: CreateTranscriptDto,
    { language: said, speakers, cues }: FormatTranscript,
  ): Promise<string> {
    const id = randomUUID();
    const language = given ?? (isLanguageTag(said) ? said : recording.language);
    const takesPlace = await this.current.take(recording.id, language, current);
    const status = 'received';
    await this.transcripts.insert({
      id,
      recordingId: recording.id,
      kind: 'machine',
      language,
      status,
      current: takesPlace,
      note: note ?? null,
      madeBy: this.gate.actor().id ?? '',
      ...labelOfTranscript({ status }),
    });
    await this.store.insertAll(id, speakers, cues);
    await this.passages.rebuild(id);
    await this.audit.record('transcript.created', 'transcript', id, { format, cues: cues.length });
    return id;
  }
}
