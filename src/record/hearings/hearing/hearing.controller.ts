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
import { GetHearingQuery, WholeHearingDto } from '../whole/whole-hearing.dto.js';
import { WholeHearingService } from '../whole/whole-hearing.service.js';
import { CreateHearingDto, UpdateHearingDto } from './hearing-input.dto.js';
import { HearingPlanningService } from './hearing-planning.service.js';
import { HearingDto } from './hearing.dto.js';
import { HearingService } from './hearing.service.js';
import { ListHearingsQuery } from './list-hearings.dto.js';

@ApiTags('Hearings')
@Controller('hearings')
export class HearingController {
  constructor(
    private readonly hearings: HearingService,
    private readonly planning: HearingPlanningService,
    private readonly whole: WholeHearingService,
  ) {}

  /** Lists hearings, the latest start first: the public's are those that were noticed. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(HearingDto)
  @ApiProblems(400, 429)
  listHearings(
    @Query() query: ListHearingsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<HearingDto>> {
    return this.hearings.list(query, wantsTotal);
  }

  /** Makes a hearing, as a draft that only clerks see. */
  @Post()
  @Requires(Permission.HearingCreate)
  @ApiCreates(HearingDto)
  createHearing(@Body() input: CreateHearingDto, @IdempotencyKey() key?: string): Promise<HearingDto> {
    return this.planning.create(input, key);
  }

  /** Reads one hearing; with `include`, what hangs on it as well, each as far as its own list shows it. */
  @Get(':hearingId')
  @Public('hearings:read')
  @ApiReads(WholeHearingDto)
  getHearing(@UuidParam('hearingId') id: string, @Query() query: GetHearingQuery): Promise<WholeHearingDto> {
    return this.whole.get(id, query.include ?? []);
  }

  /**
   * Changes a hearing. After notice its kind, start and time zone stay as they were noticed, and so does its venue until
   * it begins: 409 `HEARING_NOTICED`, unless an `exception` lets it be another.
   */
  @Patch(':hearingId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(HearingDto)
  updateHearing(
    @UuidParam('hearingId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateHearingDto,
  ): Promise<HearingDto> {
    return this.planning.update(id, ifMatch, input);
  }

  /** Removes a draft and all that hangs on it; what was noticed is cancelled instead. */
  @Delete(':hearingId')
  @Requires(Permission.HearingDelete)
  @ApiDeletes()
  async deleteDraftHearing(
    @UuidParam('hearingId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.planning.remove(id, ifMatch);
  }
}
