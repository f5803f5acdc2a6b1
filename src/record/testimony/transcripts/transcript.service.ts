import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { References } from '../shared/references.js';
import type { ChangeStatusDto } from '../shared/status.dto.js';
import { statusChange } from '../shared/status-change.js';
import { recordingNotFound, transcriptNotFound } from '../testimony.errors.js';
import { labelOfTranscript } from '../testimony.policy.js';
import { type ListTranscriptsQuery, TranscriptDto } from './transcript.dto.js';
import { TRANSCRIPT_ORDER, TranscriptRepository, type TranscriptRow } from './transcript.repository.js';

@Injectable()
export class TranscriptService {
  constructor(
    private readonly gate: Gate,
    private readonly transcripts: TranscriptRepository,
    private readonly references: References,
    private readonly pager: Pager,
    private readonly audit: AuditLog,
  ) {}

  async list(
    recordingId: string,
    query: ListTranscriptsQuery,
    wantsTotal: boolean,
  ): Promise<Page<TranscriptDto>> {
    if (!(await this.references.exists('recording', recordingId))) throw recordingNotFound();
    return this.pager.page({
      list: `recordings/${recordingId}/transcripts`,
      query,
      order: TRANSCRIPT_ORDER,
      fetch: (keyset) => this.transcripts.list(recordingId, keyset),
      item: (row) => TranscriptDto.from(row),
      ...(wantsTotal && { total: () => this.transcripts.count(recordingId) }),
    });
  }

  async get(id: string): Promise<TranscriptDto> {
    return TranscriptDto.from(await this.row(id));
  }

  async row(id: string): Promise<TranscriptRow> {
    const row = await this.transcripts.find(id);
    if (!row) throw transcriptNotFound();
    return row;
  }

  async changeStatus(id: string, input: ChangeStatusDto): Promise<TranscriptDto> {
    await this.gate.write(async () => {
      const transcript = await this.transcripts.lock(id);
      if (!transcript) throw transcriptNotFound();
      const change = statusChange(transcript.status, input);
      await this.transcripts.update(id, { ...change, ...labelOfTranscript(change) });
      await this.audit.record('transcript.status_changed', 'transcript', id, {
        from: transcript.status,
        to: input.to,
      });
    });
    return this.get(id);
  }
}
