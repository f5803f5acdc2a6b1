import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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
import { HearingStatusService } from './hearing-status.service.js';
import {
  ChangeHearingStatusDto,
  HearingStatusChangeDto,
  ListStatusChangesQuery,
} from './status-change.dto.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId/status-changes')
export class HearingStatusController {
  constructor(private readonly statuses: HearingStatusService) {}

  /** Lists what a hearing was, when and why; clerks also see who changed it. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(HearingStatusChangeDto)
  @ApiProblems(400, 404, 429)
  listHearingStatusChanges(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListStatusChangesQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<HearingStatusChangeDto>> {
    return this.statuses.list(hearingId, query, wantsTotal);
  }

  /**
   * Changes the status of a hearing. 409 `HEARING_STATUS_ILLEGAL` where the state machine has no such step, 409
   * `NOTICE_NEEDS_AGENDA`, `NOTICE_NEEDS_VENUE`, `NOTICE_NEEDS_AUTHORITY` where a notice would be incomplete, 409
   * `NOTICE_TOO_LATE` past its deadline without an exception, 409 `START_HAS_PASSED` for what cannot be resumed, 409
   * `NOT_YET` before its day, 409 `MINUTES_NEEDED` where there are no minutes, or no approved ones, to tell of. To notice, postpone, reschedule, resume or cancel gives the notice that says so.
   */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(HearingStatusChangeDto)
  changeHearingStatus(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: ChangeHearingStatusDto,
    @IdempotencyKey() key?: string,
  ): Promise<HearingStatusChangeDto> {
    return this.statuses.change(hearingId, input, key);
  }

  /** Reads one status change. */
  @Get(':changeId')
  @Public('hearings:read')
  @ApiReads(HearingStatusChangeDto)
  getHearingStatusChange(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('changeId') id: string,
  ): Promise<HearingStatusChangeDto> {
    return this.statuses.get(hearingId, id);
  }
}
