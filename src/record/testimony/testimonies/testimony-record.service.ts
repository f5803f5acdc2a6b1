import { Injectable } from '@nestjs/common';
import { assertFresh } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Testimony } from '../entities/testimony.entity.js';
import { References } from '../shared/references.js';
import type { ChangeStatusDto } from '../shared/status.dto.js';
import { statusChange } from '../shared/status-change.js';
import { ruleBroken, testimonyNotFound } from '../testimony.errors.js';
import { labelOfTestimony } from '../testimony.policy.js';
import { TranscriptPassages } from '../transcripts/transcript-passages.js';
import type { SetTestimonyRecordingDto, TestimonyDto } from './testimony.dto.js';
import { TestimonyIndex } from './testimony-index.js';
import { TestimonyRepository } from './testimony.repository.js';
import { TestimonyService } from './testimony.service.js';

/** What the desk does with a testimony: shows it or keeps it back, and says where it is heard. */
@Injectable()
export class TestimonyRecord {
  constructor(
    private readonly gate: Gate,
    private readonly testimonies: TestimonyRepository,
    private readonly references: References,
    private readonly index: TestimonyIndex,
    private readonly passages: TranscriptPassages,
    private readonly reader: TestimonyService,
    private readonly audit: AuditLog,
  ) {}

  async changeStatus(id: string, input: ChangeStatusDto): Promise<TestimonyDto> {
    await this.gate.write(async () => {
      const testimony = await this.lock(id);
      const change = statusChange(testimony.status, input);
      const posted = change.status === 'posted' && { postedAt: new Date() };
      await this.testimonies.update(id, { ...change, ...posted, ...labelOfTestimony(change) });
      await this.rebuild(testimony.position, [testimony.recordingId]);
      await this.audit.record('testimony.status_changed', 'testimony', id, {
        from: testimony.status,
        to: input.to,
      });
    });
    return this.reader.get(id);
  }

  async setRecording(
    id: string,
    ifMatch: readonly string[] | '*',
    { recordingId, start, end }: SetTestimonyRecordingDto,
  ): Promise<TestimonyDto> {
    await this.gate.write(async () => {
      const testimony = await this.lock(id);
      assertFresh(ifMatch, testimony.revision);
      const { hearingId } = testimony;
      await this.references.demand({
        pointer: '/recordingId',
        table: 'recording',
        id: recordingId,
        hearingId,
      });
      if (end < start) throw ruleBroken('SPAN_REVERSED', '/end', 'must not come before the start');
      await this.testimonies.update(id, {
        recordingId,
        startSeconds: start,
        endSeconds: end,
        ...labelOfTestimony(testimony),
      });
      await this.index.put(id);
      await this.rebuild(testimony.position, [testimony.recordingId, recordingId]);
      await this.audit.record('testimony.recording_set', 'testimony', id, { recording: recordingId });
    });
    return this.reader.get(id);
  }

  /** The passages of a transcript bear the positions of the testimonies in it. */
  private async rebuild(
    position: Testimony['position'],
    recordings: readonly (string | null)[],
  ): Promise<void> {
    if (position === null) return;
    for (const id of new Set(recordings)) if (id !== null) await this.passages.rebuildOf(id);
  }

  private async lock(id: string): Promise<Testimony> {
    const testimony = await this.testimonies.lock(id);
    if (!testimony) throw testimonyNotFound();
    return testimony;
  }
}
