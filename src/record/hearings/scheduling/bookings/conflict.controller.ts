import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { Permission, Requires } from '#src/trust/access/index.js';
import {
  AcknowledgeConflictDto,
  ConflictAcknowledgementDto,
  ListConflictAcknowledgementsQuery,
} from './acknowledgement.dto.js';
import { AcknowledgementService } from './acknowledgement.service.js';
import { ConflictsDto } from './conflict.dto.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId')
export class ConflictController {
  constructor(private readonly acknowledgements: AcknowledgementService) {}

  /** Lists which rooms and people of a hearing another one takes up at the same time; drafts count as well. */
  @Get('conflicts')
  @Requires(Permission.HearingUpdate)
  @ApiOkResponse({ type: ConflictsDto })
  @ApiProblems(400, 404, 429)
  listHearingConflicts(@UuidParam('hearingId') hearingId: string): Promise<ConflictsDto> {
    return this.acknowledgements.conflicts(hearingId);
  }

  /** Lists which double bookings of a hearing were let stand, the earliest first. */
  @Get('conflict-acknowledgements')
  @Requires(Permission.HearingUpdate)
  @PagedResponse(ConflictAcknowledgementDto)
  @ApiProblems(400, 404, 429)
  listConflictAcknowledgements(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListConflictAcknowledgementsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<ConflictAcknowledgementDto>> {
    return this.acknowledgements.list(hearingId, query, wantsTotal);
  }

  /** Lets a double booking stand, with the reason; it counts for both hearings, whatever their times become. */
  @Post('conflict-acknowledgements')
  @Requires(Permission.HearingUpdate)
  @ApiCreates(ConflictAcknowledgementDto)
  acknowledgeConflict(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: AcknowledgeConflictDto,
    @IdempotencyKey() key?: string,
  ): Promise<ConflictAcknowledgementDto> {
    return this.acknowledgements.acknowledge(hearingId, input, key);
  }

  /** Reads one acknowledgement. */
  @Get('conflict-acknowledgements/:acknowledgementId')
  @Requires(Permission.HearingUpdate)
  @ApiReads(ConflictAcknowledgementDto)
  getConflictAcknowledgement(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('acknowledgementId') id: string,
  ): Promise<ConflictAcknowledgementDto> {
    return this.acknowledgements.get(hearingId, id);
  }
}
