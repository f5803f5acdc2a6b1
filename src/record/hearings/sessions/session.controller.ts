import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiDeletes,
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
import {
  CreateHearingSessionDto,
  HearingSessionDto,
  ListHearingSessionsQuery,
  UpdateHearingSessionDto,
} from './session.dto.js';
import { SessionService } from './session.service.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId/sessions')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  /** Lists the sessions of a hearing, in their order. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(HearingSessionDto)
  @ApiProblems(400, 404, 429)
  listHearingSessions(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListHearingSessionsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<HearingSessionDto>> {
    return this.sessions.list(hearingId, query, wantsTotal);
  }

  /**
   * Makes a session; a closed one cites its authority. 409 `DOUBLE_BOOKED` at a noticed hearing where its planned time
   * clashes with another hearing that nobody acknowledged.
   */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(HearingSessionDto)
  createHearingSession(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreateHearingSessionDto,
    @IdempotencyKey() key?: string,
  ): Promise<HearingSessionDto> {
    return this.sessions.create(hearingId, input, key);
  }

  /** Reads one session. */
  @Get(':sessionId')
  @Public('hearings:read')
  @ApiReads(HearingSessionDto)
  getHearingSession(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('sessionId') id: string,
  ): Promise<HearingSessionDto> {
    return this.sessions.get(hearingId, id);
  }

  /** Changes a session: opened, adjourned, reported out. 409 `DOUBLE_BOOKED` as when it is made. */
  @Patch(':sessionId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(HearingSessionDto)
  updateHearingSession(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('sessionId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateHearingSessionDto,
  ): Promise<HearingSessionDto> {
    return this.sessions.update(hearingId, id, ifMatch, input);
  }

  /** Removes a session, before notice. */
  @Delete(':sessionId')
  @Requires(Permission.HearingUpdate)
  @ApiDeletes()
  async deleteHearingSession(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('sessionId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.sessions.remove(hearingId, id, ifMatch);
  }
}
