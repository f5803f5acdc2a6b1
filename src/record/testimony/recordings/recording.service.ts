import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { assertFresh, given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Recording } from '../entities/recording.entity.js';
import { References } from '../shared/references.js';
import type { ChangeStatusDto } from '../shared/status.dto.js';
import { statusChange } from '../shared/status-change.js';
import { TestimonyIndex } from '../testimonies/testimony-index.js';
import { recordingNotFound, ruleBroken } from '../testimony.errors.js';
import { labelOfRecording } from '../testimony.policy.js';
import { TranscriptPassages } from '../transcripts/transcript-passages.js';
import {
  type CreateRecordingDto,
  type ListRecordingsQuery,
  RecordingDto,
  type RecordingPartDto,
  type UpdateRecordingDto,
} from './recording.dto.js';
import { RECORDING_ORDER, RecordingRepository } from './recording.repository.js';

@Injectable()
export class RecordingService {
  constructor(
    private readonly gate: Gate,
    private readonly recordings: RecordingRepository,
    private readonly references: References,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly testimonies: TestimonyIndex,
    private readonly passages: TranscriptPassages,
  ) {}

  list(query: ListRecordingsQuery, wantsTotal: boolean): Promise<Page<RecordingDto>> {
    return this.pager.page({
      list: 'recordings',
      query,
      order: RECORDING_ORDER,
      fetch: (keyset) => this.recordings.list(query.hearing, keyset),
      item: (row) => RecordingDto.from(row),
      ...(wantsTotal && { total: () => this.recordings.count(query.hearing) }),
    });
  }

  async get(id: string): Promise<RecordingDto> {
    const row = await this.recordings.find(id);
    if (!row) throw recordingNotFound();
    return RecordingDto.from(row);
  }

  async create(input: CreateRecordingDto, key?: string): Promise<RecordingDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createRecording',
        payload: input,
        create: () => this.insert(input),
      }),
    );
    return this.get(id);
  }

  async update(
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateRecordingDto,
  ): Promise<RecordingDto> {
    const { parts, ...fields } = input;
    await this.gate.write(async () => {
      const recording = await this.lock(id);
      assertFresh(ifMatch, recording.revision);
      await this.demandSession(input.sessionId, recording.hearingId);
      refuseDoubleParts(parts);
      await this.recordings.update(id, { ...columns(fields), ...labelOfRecording(recording) });
      if (parts) await this.recordings.replaceParts(id, parts);
      if (fields.recordedAt !== undefined) {
        await this.passages.rebuildOf(id);
        await this.testimonies.putOf(id);
      }
      await this.audit.record('recording.updated', 'recording', id, { fields: Object.keys(given(input)) });
    });
    return this.get(id);
  }

  async changeStatus(id: string, input: ChangeStatusDto): Promise<RecordingDto> {
    await this.gate.write(async () => {
      const recording = await this.lock(id);
      const change = statusChange(recording.status, input);
      await this.recordings.update(id, { ...change, ...labelOfRecording(change) });
      await this.testimonies.putOf(id);
      await this.audit.record('recording.status_changed', 'recording', id, {
        from: recording.status,
        to: input.to,
      });
    });
    return this.get(id);
  }

  private async insert({ parts = [], ...fields }: CreateRecordingDto): Promise<string> {
    await this.references.demand({ pointer: '/hearingId', table: 'hearing', id: fields.hearingId });
    await this.demandSession(fields.sessionId, fields.hearingId);
    refuseDoubleParts(parts);
    const id = randomUUID();
    const status = 'received';
    await this.recordings.insert({ id, ...columns(fields), status, ...labelOfRecording({ status }) });
    await this.recordings.replaceParts(id, parts);
    await this.audit.record('recording.created', 'recording', id);
    return id;
  }

  private async lock(id: string): Promise<Recording> {
    const recording = await this.recordings.lock(id);
    if (!recording) throw recordingNotFound();
    return recording;
  }

  private demandSession(id: string | null | undefined, hearingId: string): Promise<void> {
    return this.references.demand({ pointer: '/sessionId', table: 'hearing_session', id, hearingId });
  }
}

function columns({ recordedAt, ...fields }: Omit<Partial<CreateRecordingDto>, 'parts'>): Partial<Recording> {
  if (recordedAt === undefined) return fields;
  return { ...fields, recordedAt: recordedAt === null ? null : new Date(recordedAt) };
}

function refuseDoubleParts(parts: readonly RecordingPartDto[] = []): void {
  const seen = new Set<number>();
  parts.forEach(({ number }, i) => {
    if (seen.has(number)) {
      throw ruleBroken('PART_NUMBER_TWICE', `/parts/${i}/number`, 'is the number of another part');
    }
    seen.add(number);
  });
}
