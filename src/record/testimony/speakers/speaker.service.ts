import { Injectable } from '@nestjs/common';
import { assertFresh, given, type Page, Pager } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { RecordingRepository } from '../recordings/recording.repository.js';
import { References } from '../shared/references.js';
import { SpeakerLookup } from '../shared/speaker-lookup.js';
import { speakerNotFound, transcriptImmutable, transcriptNotFound } from '../testimony.errors.js';
import { isCorrectable, labelOfTranscript } from '../testimony.policy.js';
import { TranscriptPassages } from '../transcripts/transcript-passages.js';
import { TranscriptRepository } from '../transcripts/transcript.repository.js';
import { type IdentifySpeakerDto, type ListSpeakersQuery, SpeakerDto } from './speaker.dto.js';
import { SPEAKER_ORDER, SpeakerRepository } from './speaker.repository.js';

@Injectable()
export class SpeakerService {
  constructor(
    private readonly gate: Gate,
    private readonly transcripts: TranscriptRepository,
    private readonly recordings: RecordingRepository,
    private readonly speakers: SpeakerRepository,
    private readonly lookup: SpeakerLookup,
    private readonly references: References,
    private readonly passages: TranscriptPassages,
    private readonly pager: Pager,
    private readonly audit: AuditLog,
  ) {}

  async list(transcriptId: string, query: ListSpeakersQuery, wantsTotal: boolean): Promise<Page<SpeakerDto>> {
    const page = await this.pager.page({
      list: `transcripts/${transcriptId}/speakers`,
      query,
      order: SPEAKER_ORDER,
      fetch: (keyset) => this.speakers.list(transcriptId, keyset),
      item: (row) => SpeakerDto.from(row),
      ...(wantsTotal && { total: () => this.speakers.count(transcriptId) }),
    });
    if (page.items.length === 0) await this.demandTranscript(transcriptId);
    return page;
  }

  async get(transcriptId: string, id: string): Promise<SpeakerDto> {
    const row = await this.speakers.find(transcriptId, id);
    if (row) return SpeakerDto.from(row);
    await this.demandTranscript(transcriptId);
    throw speakerNotFound();
  }

  /** Says whose voice it is. */
  async identify(
    transcriptId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: IdentifySpeakerDto,
  ): Promise<SpeakerDto> {
    await this.gate.write(async () => {
      const transcript = await this.transcripts.lock(transcriptId);
      if (!transcript) throw transcriptNotFound();
      const speaker = await this.lookup.find(transcriptId, id);
      if (!speaker) throw speakerNotFound();
      assertFresh(ifMatch, speaker.revision);
      await this.demandReferences(transcript.recordingId, input);
      if (!isCorrectable(transcript)) throw transcriptImmutable();
      await this.speakers.update(id, given(input));
      // The transcript as a whole says something else now, and so has another revision.
      await this.transcripts.update(transcriptId, labelOfTranscript(transcript));
      await this.passages.rebuild(transcriptId);
      await this.audit.record('speaker.identified', 'transcript', transcriptId, {
        speaker: id,
        fields: Object.keys(given(input)),
      });
    });
    return this.get(transcriptId, id);
  }

  private async demandReferences(
    recordingId: string,
    { witnessId, personId }: IdentifySpeakerDto,
  ): Promise<void> {
    const recording = await this.recordings.find(recordingId);
    await this.references.demand(
      { pointer: '/witnessId', table: 'witness', id: witnessId, hearingId: recording?.hearing_id ?? null },
      { pointer: '/personId', table: 'person', id: personId },
    );
  }

  private async demandTranscript(id: string): Promise<void> {
    if (!(await this.transcripts.find(id))) throw transcriptNotFound();
  }
}
