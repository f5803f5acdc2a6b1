import { Injectable } from '@nestjs/common';
import { assertFresh, given, type Page, Pager } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Cue } from '../entities/cue.entity.js';
import type { CueState } from '../entities/cue-edit.entity.js';
import { SpeakerLookup } from '../shared/speaker-lookup.js';
import { cueNotFound, ruleBroken, transcriptImmutable, transcriptNotFound } from '../testimony.errors.js';
import { isCorrectable } from '../testimony.policy.js';
import { TranscriptPassages } from '../transcripts/transcript-passages.js';
import { TranscriptRepository } from '../transcripts/transcript.repository.js';
import { cueRevision } from './cue-revision.js';
import type { CueDto, UpdateCueDto } from './cue.dto.js';
import { CueEditDto, type ListCueEditsQuery } from './cue-edit.dto.js';
import { CUE_EDIT_ORDER, CueEditRepository } from './cue-edit.repository.js';
import { CueService } from './cue.service.js';

@Injectable()
export class CueEditService {
  constructor(
    private readonly gate: Gate,
    private readonly transcripts: TranscriptRepository,
    private readonly edits: CueEditRepository,
    private readonly speakers: SpeakerLookup,
    private readonly cues: CueService,
    private readonly passages: TranscriptPassages,
    private readonly pager: Pager,
    private readonly audit: AuditLog,
  ) {}

  async edit(
    transcriptId: string,
    number: number,
    ifMatch: readonly string[] | '*',
    input: UpdateCueDto,
  ): Promise<CueDto> {
    await this.gate.write(async () => {
      const transcript = await this.transcripts.lock(transcriptId);
      if (!transcript) throw transcriptNotFound();
      const cue = await this.edits.findCue(transcriptId, number);
      if (!cue) throw cueNotFound();
      assertFresh(ifMatch, cueRevision(transcriptId, number, cue.edit));
      const before = await this.stateOf(cue);
      const after = await this.changed(cue, before, input);
      if (!isCorrectable(transcript)) throw transcriptImmutable();
      const edit = await this.edits.nextEdit(transcript, after.end - after.start);
      const { reason } = input;
      const editedBy = this.gate.actor().id ?? '';
      await this.edits.store({ transcriptId, cueNumber: number, edit, reason, before, after, editedBy });
      await this.speakers.touch([before.speakerId, after.speakerId]);
      await this.passages.rebuild(transcriptId);
      await this.audit.record('cue.edited', 'transcript', transcriptId, { cue: number, edit });
    });
    return this.cues.get(transcriptId, number);
  }

  async history(
    transcriptId: string,
    number: number,
    query: ListCueEditsQuery,
    wantsTotal: boolean,
  ): Promise<Page<CueEditDto>> {
    await this.cues.get(transcriptId, number);
    return this.pager.page({
      list: `transcripts/${transcriptId}/cues/${number}/edits`,
      query,
      order: CUE_EDIT_ORDER,
      fetch: (keyset) => this.edits.list(transcriptId, number, keyset),
      item: (row) => CueEditDto.from(row),
      ...(wantsTotal && { total: () => this.edits.count(transcriptId, number) }),
    });
  }

  private async stateOf({ transcriptId, startSeconds, endSeconds, text, speakerId }: Cue): Promise<CueState> {
    const speaker = await this.speakers.label(transcriptId, speakerId);
    return { start: startSeconds, end: endSeconds, text, speakerId, speaker };
  }

  private async changed(
    cue: Cue,
    before: CueState,
    { reason: _reason, ...change }: UpdateCueDto,
  ): Promise<CueState> {
    const after: CueState = { ...before, ...given(change) };
    if (after.speakerId !== before.speakerId) {
      after.speaker = await this.speakers.demandLabel('/speakerId', cue.transcriptId, after.speakerId);
    }
    if (after.end < after.start) throw ruleBroken('CUE_REVERSED', '/end', 'must not come before the start');
    if (after.start !== before.start) await this.demandOrder(cue, after.start);
    const isSame = (Object.keys(after) as (keyof CueState)[]).every((key) => after[key] === before[key]);
    if (isSame) throw ruleBroken('NOTHING_CHANGED', '', 'says what the cue says already');
    return after;
  }

  private async demandOrder({ transcriptId, number }: Cue, start: number): Promise<void> {
    const { before, after } = await this.edits.startsAround(transcriptId, number);
    if (start < (before ?? 0) || start > (after ?? start)) {
      throw ruleBroken('CUE_OUT_OF_ORDER', '/start', 'must stay between the starts of the cues around it');
    }
  }
}
