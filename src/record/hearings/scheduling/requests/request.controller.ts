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
import { Permission, Requires } from '#src/trust/access/index.js';
import {
  CreateHearingRequestDto,
  ListHearingRequestsQuery,
  UpdateHearingRequestDto,
} from './request-input.dto.js';
import { HearingRequestDto } from './request.dto.js';
import { RequestService } from './request.service.js';

/** Every route asks for the desk's own permission: a key that may only read hearings sees no contact. */
@ApiTags('Hearings')
@Controller('hearings/:hearingId/requests')
export class RequestController {
  constructor(private readonly requests: RequestService) {}

  /** Lists what people asked for to take part in a hearing, as it came in. */
  @Get()
  @Requires(Permission.HearingUpdate)
  @PagedResponse(HearingRequestDto)
  @ApiProblems(400, 404, 429)
  listHearingRequests(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListHearingRequestsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<HearingRequestDto>> {
    return this.requests.list(hearingId, query, wantsTotal);
  }

  /** Takes down a request for an accommodation or an interpreter. */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(HearingRequestDto)
  createHearingRequest(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreateHearingRequestDto,
    @IdempotencyKey() key?: string,
  ): Promise<HearingRequestDto> {
    return this.requests.create(hearingId, input, key);
  }

  /** Reads one request. */
  @Get(':requestId')
  @Requires(Permission.HearingUpdate)
  @ApiReads(HearingRequestDto)
  getHearingRequest(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('requestId') id: string,
  ): Promise<HearingRequestDto> {
    return this.requests.get(hearingId, id);
  }

  /** Changes a request, or says what became of it. */
  @Patch(':requestId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(HearingRequestDto)
  updateHearingRequest(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('requestId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateHearingRequestDto,
  ): Promise<HearingRequestDto> {
    return this.requests.update(hearingId, id, ifMatch, input);
  }

  /** Removes a request and with it what it tells of somebody, before and after the notice. */
  @Delete(':requestId')
  @Requires(Permission.HearingUpdate)
  @ApiDeletes()
  async deleteHearingRequest(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('requestId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.requests.remove(hearingId, id, ifMatch);
  }
}
