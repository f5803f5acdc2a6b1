import { Body, Controller, Get, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  ApiCreates,
  ApiProblems,
  ApiReads,
  IdempotencyKey,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { answerNotice, ApiGivesNotice, formatOf } from './notice-answer.js';
import { ListHearingNoticesQuery, NoticeHearingDto, ReadNoticeQuery } from './notice-input.dto.js';
import { HearingNoticeDto, WholeHearingNoticeDto } from './notice.dto.js';
import { NoticeService } from './notice.service.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId/notices')
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  /** Lists the notices of a hearing, the first one first, without their words. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(HearingNoticeDto)
  @ApiProblems(400, 404, 429)
  listHearingNotices(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListHearingNoticesQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<HearingNoticeDto>> {
    return this.notices.list(hearingId, query, wantsTotal);
  }

  /**
   * Gives notice of a draft, which makes it noticed and freezes its agenda; or of a change after that. 409
   * `NOTICE_TOO_LATE` past the deadline, without an exception; 422 `FINDING_REQUIRED`, `VOTE_SHORT`, `VOTE_MISCOUNTED`,
   * `EXCEPTION_REQUIRED`, `EXCEPTION_NOT_TAKEN`; 409 as for a change of status.
   */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(WholeHearingNoticeDto)
  noticeHearing(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: NoticeHearingDto,
    @IdempotencyKey() key?: string,
  ): Promise<WholeHearingNoticeDto> {
    return this.notices.give(hearingId, input, key);
  }

  /** Reads one notice: the record, or its words alone as they were given. */
  @Get(':noticeId')
  @Public('hearings:read')
  @ApiGivesNotice()
  @ApiReads(WholeHearingNoticeDto)
  async getHearingNotice(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('noticeId') id: string,
    @Query() query: ReadNoticeQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WholeHearingNoticeDto | StreamableFile> {
    const format = formatOf(query.format, request);
    return answerNotice(await this.notices.get(hearingId, id), format, request, response);
  }
}
