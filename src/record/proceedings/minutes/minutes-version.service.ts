import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Idempotency } from '#src/foundation/database/index.js';
import { HearingService, HearingStatusService } from '#src/record/hearings/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { MinutesGenerator } from './generate/minutes-generator.js';
import type { CreateMinutesDto } from './minutes-input.dto.js';
import { MinutesSearch } from './minutes-search.js';
import type { MinutesTextDto } from './minutes.dto.js';
import { minutesMoved } from './minutes.errors.js';
import { assertMinutable, assertNewText, labelOfMinutes, mainBookOf } from './minutes.policy.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesService } from './minutes.service.js';

interface Text {
  readonly body: string;
  /** undefined: the hearing's. */
  readonly language: string | undefined;
  readonly generated: boolean;
}

/** Making the first version of a book and every next one; none is ever changed. */
@Injectable()
export class MinutesVersionService {
  constructor(
    private readonly gate: Gate,
    private readonly minutes: MinutesRepository,
    private readonly reading: MinutesService,
    private readonly generator: MinutesGenerator,
    private readonly hearings: HearingService,
    private readonly statuses: HearingStatusService,
    private readonly search: MinutesSearch,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DomainError 409 MINUTES_MOVED when another version came before: what was sent is not stored, and
   *   `errors` tells who was faster
   */
  async create(hearingId: string, input: CreateMinutesDto, key?: string): Promise<MinutesTextDto> {
    await this.hearings.requireReadable(hearingId);
    assertNewText(input);
    const text = await this.textOf(hearingId, input);
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: `createMinutes ${hearingId}`,
        payload: input,
        create: () => this.insert(hearingId, input, text),
      }),
    );
    return this.reading.get(hearingId, id);
  }

  private async insert(hearingId: string, input: CreateMinutesDto, text: Text): Promise<string> {
    const hearing = await this.hearings.hold(hearingId);
    const { book } = input;
    assertMinutable(hearing, book);
    const newest = await this.minutes.newest(hearingId, book);
    if ((newest?.id ?? null) !== (input.basedOn ?? null)) throw minutesMoved(newest);
    const version = {
      id: randomUUID(),
      hearingId,
      book,
      version: (newest?.version ?? 0) + 1,
      status: 'draft' as const,
      basedOn: newest?.id ?? null,
      reason: input.reason ?? null,
      madeBy: this.writer(),
      body: text.body,
      language: text.language ?? hearing.language,
      generated: text.generated,
    };
    await this.minutes.insert({ ...version, ...labelOfMinutes(version) });
    await this.search.put(version, hearing);
    if (newest?.status === 'draft') await this.search.remove(newest.id);
    await this.audit.record('minutes.created', 'minutes', version.id, {
      hearing: hearingId,
      book,
      version: version.version,
      generated: version.generated,
    });
    if (hearing.status === 'adjourned' && book === mainBookOf(hearing.kind)) {
      await this.statuses.advance(hearingId, 'minutes_draft');
    }
    return version.id;
  }

  private async textOf(hearingId: string, { book, body, language }: CreateMinutesDto): Promise<Text> {
    if (body !== undefined) return { body, language, generated: false };
    return { body: await this.generator.write(hearingId, book), language: 'en', generated: true };
  }

  private writer(): string {
    const { id } = this.gate.actor();
    if (id === null) throw new Error('the public writes no minutes');
    return id;
  }
}
