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
import { ApproveMinutesDto } from './approval/approve-minutes.dto.js';
import { MinutesApprovalService } from './approval/minutes-approval.service.js';
import { MinutesDiffDto } from './diff/minutes-diff.dto.js';
import {
  CompareMinutesQuery,
  CreateMinutesDto,
  GetMinutesQuery,
  ListMinutesQuery,
} from './minutes-input.dto.js';
import { MinutesVersionService } from './minutes-version.service.js';
import { MinutesDto, MinutesTextDto } from './minutes.dto.js';
import { MinutesService } from './minutes.service.js';
import { answerMinutes, ApiGivesMinutes } from './render/minutes-answer.js';

@ApiTags('Proceedings')
@Controller('hearings/:hearingId/minutes')
export class MinutesController {
  constructor(
    private readonly minutes: MinutesService,
    private readonly versions: MinutesVersionService,
    private readonly approvals: MinutesApprovalService,
  ) {}

  /** Lists the versions of a hearing's minutes, newest first, without their text. The public sees what was approved. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(MinutesDto)
  @ApiProblems(400, 404, 429)
  listMinutes(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListMinutesQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<MinutesDto>> {
    return this.minutes.list(hearingId, query, wantsTotal);
  }

  /**
   * Makes a version: generated from what was recorded, or the whole text. The next version is based on the newest;
   * where another came before, 409 `MINUTES_MOVED`, and the text that was sent is to be merged. The first version
   * makes an adjourned hearing `minutes_draft`.
   */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(MinutesTextDto)
  createMinutes(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreateMinutesDto,
    @IdempotencyKey() key?: string,
  ): Promise<MinutesTextDto> {
    return this.versions.create(hearingId, input, key);
  }

  /** Reads one version: the record with its text, or the text for reading under a line that says whether it was approved. */
  @Get(':minutesId')
  @Public('hearings:read')
  @ApiGivesMinutes()
  @ApiReads(MinutesTextDto)
  async getMinutes(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('minutesId') id: string,
    @Query() { format }: GetMinutesQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MinutesTextDto | StreamableFile> {
    if (format === undefined) return this.minutes.get(hearingId, id);
    return answerMinutes(await this.minutes.render(hearingId, id, format), request, response);
  }

  /** Compares two versions of a hearing's minutes word by word. */
  @Get(':minutesId/diff')
  @Public('hearings:read')
  @ApiReads(MinutesDiffDto)
  compareMinutes(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('minutesId') id: string,
    @Query() { from }: CompareMinutesQuery,
  ): Promise<MinutesDiffDto> {
    return this.minutes.compare(hearingId, from, id);
  }

  /**
   * Records that the commission approved a version, by a motion of kind `approve_minutes` that carried in a session of
   * this hearing or a later one. What it approved stays as it is; a correction is another version, which takes its
   * place once it is approved as well.
   */
  @Post(':minutesId/approval')
  @Requires(Permission.HearingUpdate)
  @ApiCreates(MinutesTextDto)
  approveMinutes(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('minutesId') id: string,
    @Body() input: ApproveMinutesDto,
    @IdempotencyKey() key?: string,
  ): Promise<MinutesTextDto> {
    return this.approvals.approve(hearingId, id, input, key);
  }
}
