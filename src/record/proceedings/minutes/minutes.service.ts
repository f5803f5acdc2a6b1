import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { HearingService } from '#src/record/hearings/index.js';
import { Gate, isPublicReader } from '#src/trust/access/index.js';
import { MinutesDiffDto } from './diff/minutes-diff.dto.js';
import type { ListMinutesQuery } from './minutes-input.dto.js';
import type { MinutesFormat } from './minutes-words.js';
import { MinutesDto, MinutesTextDto } from './minutes.dto.js';
import { minutesNotFound } from './minutes.errors.js';
import { MINUTES_ORDER, MinutesRepository, type MinutesTextRow } from './minutes.repository.js';
import type { RenderedMinutes } from './render/minutes-answer.js';
import { rendered } from './render/rendering.js';

/** Reading minutes. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly gate: Gate,
    private readonly minutes: MinutesRepository,
    private readonly hearings: HearingService,
    private readonly pager: Pager,
  ) {}

  async list(hearingId: string, query: ListMinutesQuery, wantsTotal: boolean): Promise<Page<MinutesDto>> {
    await this.hearings.requireReadable(hearingId);
    const readsDrafts = this.readsDrafts();
    return this.pager.page({
      list: `hearings/${hearingId}/minutes`,
      query,
      order: MINUTES_ORDER,
      fetch: (keyset) => this.minutes.list(hearingId, query, keyset),
      item: (row) => MinutesDto.from(row, readsDrafts),
      ...(wantsTotal && { total: () => this.minutes.count(hearingId, query) }),
    });
  }

  /** @throws DomainError 404 MINUTES_NOT_FOUND when they are absent or hidden from the caller */
  async get(hearingId: string, id: string): Promise<MinutesTextDto> {
    return MinutesTextDto.from(await this.find(hearingId, id), this.readsDrafts());
  }

  /** The text for reading, under a line that says whether it was approved. */
  async render(hearingId: string, id: string, format: MinutesFormat): Promise<RenderedMinutes> {
    const row = await this.find(hearingId, id);
    const { title, timeZone } = await this.hearings.get(hearingId);
    const text = rendered(row.body, format, { ...row, hearingTitle: title, timeZone });
    const which = row.edition === null ? 'draft' : `${row.status}-${row.edition}`;
    return { text, format, revision: row.revision, filename: `minutes-${row.book}-${which}` };
  }

  async compare(hearingId: string, fromId: string, toId: string): Promise<MinutesDiffDto> {
    const [from, to] = [await this.find(hearingId, fromId), await this.find(hearingId, toId)];
    return MinutesDiffDto.from(from, to);
  }

  private async find(hearingId: string, id: string): Promise<MinutesTextRow> {
    const row = await this.minutes.find(hearingId, id);
    if (row) return row;
    await this.hearings.requireReadable(hearingId);
    throw minutesNotFound();
  }

  private readsDrafts(): boolean {
    return !isPublicReader(this.gate.actor());
  }
}
