import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { cueNotFound, transcriptNotFound } from '../testimony.errors.js';
import { TranscriptRepository } from '../transcripts/transcript.repository.js';
import { CueDto, type ListCuesQuery } from './cue.dto.js';
import { CUE_ORDER, CueRepository } from './cue.repository.js';

@Injectable()
export class CueService {
  constructor(
    private readonly transcripts: TranscriptRepository,
    private readonly cues: CueRepository,
    private readonly pager: Pager,
  ) {}

  async list(transcriptId: string, query: ListCuesQuery, wantsTotal: boolean): Promise<Page<CueDto>> {
    const page = await this.pager.page({
      list: `transcripts/${transcriptId}/cues`,
      query,
      order: CUE_ORDER,
      fetch: (keyset) => this.cues.list(transcriptId, query, keyset),
      item: (row) => CueDto.from(row),
      ...(wantsTotal && { total: () => this.cues.count(transcriptId, query) }),
    });
    // A cue that is read shows that its transcript may be: only an empty page leaves the question open.
    if (page.items.length === 0) await this.demandTranscript(transcriptId);
    return page;
  }

  async get(transcriptId: string, number: number): Promise<CueDto> {
    const row = await this.cues.find(transcriptId, number);
    if (row) return CueDto.tagged(transcriptId, row);
    await this.demandTranscript(transcriptId);
    throw cueNotFound();
  }

  private async demandTranscript(id: string): Promise<void> {
    if (!(await this.transcripts.find(id))) throw transcriptNotFound();
  }
}
