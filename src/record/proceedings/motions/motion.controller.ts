import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiProblems,
  ApiReads,
  ApiUpdates,
  IdempotencyKey,
  IfMatch,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { CreateMotionDto, ListMotionsQuery, RollCallDto, UpdateMotionDto } from './motion-input.dto.js';
import { MotionDto } from './motion.dto.js';
import { MotionService } from './motion.service.js';
import { RollCallService } from './voting/roll-call.service.js';

@ApiTags('Proceedings')
@Controller('hearings/:hearingId/motions')
export class MotionController {
  constructor(
    private readonly motions: MotionService,
    private readonly rollCalls: RollCallService,
  ) {}

  /** Lists what was moved at a hearing, with the votes, in the order of the day; behind closed doors only to the commission. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(MotionDto)
  @ApiProblems(400, 404, 429)
  listMotions(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListMotionsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<MotionDto>> {
    return this.motions.list(hearingId, query, wantsTotal);
  }

  /**
   * Writes down that something was moved. 422 `NOT_A_MEMBER`, `NOT_PRESENT`, `RECUSED`, `SAME_PERSON`; 409
   * `HEARING_NOT_IN_SESSION`, `SESSION_NOT_OPEN`, and `RECORD_APPROVED` once the minutes that tell of it were.
   */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(MotionDto)
  createMotion(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreateMotionDto,
    @IdempotencyKey() key?: string,
  ): Promise<MotionDto> {
    return this.motions.create(hearingId, input, key);
  }

  /** Reads one motion with its roll call. */
  @Get(':motionId')
  @Public('hearings:read')
  @ApiReads(MotionDto)
  getMotion(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('motionId') id: string,
  ): Promise<MotionDto> {
    return this.motions.get(hearingId, id);
  }

  /**
   * Changes a motion that is pending, or withdraws one with the reason. Once decided: 409 `MOTION_DECIDED`; one that
   * approved minutes: 409 `MOTION_USED`; once the minutes that tell of it were approved: 409 `RECORD_APPROVED`.
   */
  @Patch(':motionId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(MotionDto)
  updateMotion(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('motionId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateMotionDto,
  ): Promise<MotionDto> {
    return this.motions.update(hearingId, id, ifMatch, input);
  }

  /**
   * Writes down how everybody on the bench voted, all at once and once; what came of it is computed. 422 with a pointer
   * each: `VOTE_MISSING`, `DUPLICATE`, `NOT_A_MEMBER`, `NOT_PRESENT`, `IS_PRESENT`, `RECUSED`; 409 `QUORUM_LOST` (but
   * for a recess or an adjournment), `SESSION_NOT_OPEN`, `MOTION_DECIDED`.
   */
  @Put(':motionId/roll-call')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(MotionDto)
  recordRollCall(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('motionId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: RollCallDto,
  ): Promise<MotionDto> {
    return this.rollCalls.record(hearingId, id, ifMatch, input);
  }
}
