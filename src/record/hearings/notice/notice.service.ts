import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { HearingService } from '../hearing/hearing.service.js';
import { HearingMoves } from '../status/hearing-moves.js';
import { NoticeGiving, type NoticeWish } from './notice-giving.js';
import type { ListHearingNoticesQuery, NoticeHearingDto } from './notice-input.dto.js';
import { HearingNoticeDto, WholeHearingNoticeDto } from './notice.dto.js';
import { noticeNotFound } from './notice.errors.js';
import { NOTICE_ORDER, NoticeRepository } from './notice.repository.js';

@Injectable()
export class NoticeService {
  constructor(
    private readonly gate: Gate,
    private readonly reading: HearingService,
    private readonly notices: NoticeRepository,
    private readonly moves: HearingMoves,
    private readonly giving: NoticeGiving,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
  ) {}

  async list(
    hearingId: string,
    query: ListHearingNoticesQuery,
    wantsTotal: boolean,
  ): Promise<Page<HearingNoticeDto>> {
    await this.reading.requireReadable(hearingId);
    return this.pager.page({
      list: `hearings/${hearingId}/notices`,
      query,
      order: NOTICE_ORDER,
      fetch: (keyset) => this.notices.list(hearingId, keyset),
      item: (row) => HearingNoticeDto.from(row, this.gate.isDesk()),
      ...(wantsTotal && { total: () => this.notices.count(hearingId) }),
    });
  }

  /** @throws DomainError 404 HEARING_NOT_FOUND, NOTICE_NOT_FOUND */
  async get(hearingId: string, id: string): Promise<WholeHearingNoticeDto> {
    const row = await this.notices.find(hearingId, id);
    if (row) return WholeHearingNoticeDto.fromWhole(row, this.gate.isDesk());
    await this.reading.requireReadable(hearingId);
    throw noticeNotFound();
  }

  /** Calls a draft, or a postponed hearing again; or tells of a change. */
  async give(hearingId: string, input: NoticeHearingDto, key?: string): Promise<WholeHearingNoticeDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: `noticeHearing ${hearingId}`,
        payload: input,
        create: () => this.write(hearingId, input),
      }),
    );
    return this.get(hearingId, id);
  }

  private async write(hearingId: string, input: NoticeHearingDto): Promise<string> {
    const { kind, finding, vote, exception, contact, told } = input;
    const wish: NoticeWish = { finding, vote, exception, contact, told };
    if (kind === 'change') {
      const hearing = await this.reading.hold(hearingId);
      return this.giving.change({ before: hearing, after: hearing }, wish);
    }
    const step = await this.moves.move(hearingId, {
      to: 'noticed',
      reason: null,
      startsAt: null,
      endsAt: null,
      told: told ?? [],
    });
    const id = await this.giving.follow(step, { ...wish, call: kind });
    if (id === null) throw new Error('a hearing was noticed without a notice');
    return id;
  }
}
