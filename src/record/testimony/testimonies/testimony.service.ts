import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { assertFresh, given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Testimony } from '../entities/testimony.entity.js';
import { References } from '../shared/references.js';
import { testimonyNotFound } from '../testimony.errors.js';
import { labelOfTestimony } from '../testimony.policy.js';
import { TranscriptPassages } from '../transcripts/transcript-passages.js';
import type { ListTestimoniesQuery } from './list-testimonies.dto.js';
import { type CreateTestimonyDto, TestimonyDto, type UpdateTestimonyDto } from './testimony.dto.js';
import { TestimonyIndex } from './testimony-index.js';
import { TESTIMONY_ORDER, TestimonyRepository } from './testimony.repository.js';

@Injectable()
export class TestimonyService {
  constructor(
    private readonly gate: Gate,
    private readonly testimonies: TestimonyRepository,
    private readonly references: References,
    private readonly index: TestimonyIndex,
    private readonly passages: TranscriptPassages,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  list(query: ListTestimoniesQuery, wantsTotal: boolean): Promise<Page<TestimonyDto>> {
    return this.pager.page({
      list: 'testimonies',
      query,
      order: TESTIMONY_ORDER,
      fetch: (keyset) => this.testimonies.list(query, keyset),
      item: (row) => TestimonyDto.from(row),
      ...(wantsTotal && { total: () => this.testimonies.count(query) }),
    });
  }

  async get(id: string): Promise<TestimonyDto> {
    const row = await this.testimonies.find(id);
    if (!row) throw testimonyNotFound();
    return TestimonyDto.from(row);
  }

  async create(input: CreateTestimonyDto, key?: string): Promise<TestimonyDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createTestimony',
        payload: input,
        create: () => this.insert(input),
      }),
    );
    return this.get(id);
  }

  async update(
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateTestimonyDto,
  ): Promise<TestimonyDto> {
    await this.gate.write(async () => {
      const testimony = await this.testimonies.lock(id);
      if (!testimony) throw testimonyNotFound();
      assertFresh(ifMatch, testimony.revision);
      await this.demandReferences(testimony.hearingId, input);
      await this.testimonies.update(id, { ...columns(input), ...labelOfTestimony(testimony) });
      await this.index.put(id);
      const moves = input.position !== undefined && input.position !== testimony.position;
      if (moves && testimony.recordingId !== null) await this.passages.rebuildOf(testimony.recordingId);
      await this.audit.record('testimony.updated', 'testimony', id, { fields: Object.keys(given(input)) });
    });
    return this.get(id);
  }

  private async insert(input: CreateTestimonyDto): Promise<string> {
    const { hearingId = null, form } = input;
    await this.references.demand({ pointer: '/hearingId', table: 'hearing', id: hearingId });
    await this.demandReferences(hearingId, input);
    const id = randomUUID();
    const status = 'received';
    const label = labelOfTestimony({ status });
    await this.testimonies.insert({ id, hearingId, form, status, ...columns(input), ...label });
    await this.index.put(id);
    await this.audit.record('testimony.created', 'testimony', id);
    return id;
  }

  private demandReferences(hearingId: string | null, input: UpdateTestimonyDto): Promise<void> {
    return this.references.demand(
      { pointer: '/witnessId', table: 'witness', id: input.witnessId, hearingId },
      { pointer: '/agendaItemId', table: 'agenda_item', id: input.agendaItemId, hearingId },
    );
  }
}

function columns({ place, receivedAt, ...fields }: UpdateTestimonyDto): Partial<Testimony> {
  return {
    ...given(fields),
    ...(place && { borough: place.borough ?? null, neighborhood: place.neighborhood ?? null }),
    ...(receivedAt !== undefined && { receivedAt: new Date(receivedAt) }),
  };
}
