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
import { CreateHearingPlaceDto, ListHearingPlacesQuery, UpdateHearingPlaceDto } from './place-input.dto.js';
import { HearingPlaceDto } from './place.dto.js';
import { PlaceService } from './place.service.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId/places')
export class PlaceController {
  constructor(private readonly places: PlaceService) {}

  /** Lists where a hearing takes place beside its venue: further rooms, locations on the line, links. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(HearingPlaceDto)
  @ApiProblems(400, 404, 429)
  listHearingPlaces(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListHearingPlacesQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<HearingPlaceDto>> {
    return this.places.list(hearingId, query, wantsTotal);
  }

  /** Adds a place; after the notice with a reason, which everybody reads, and which gives notice of the change. */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(HearingPlaceDto)
  createHearingPlace(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreateHearingPlaceDto,
    @IdempotencyKey() key?: string,
  ): Promise<HearingPlaceDto> {
    return this.places.create(hearingId, input, key);
  }

  /** Reads one place. */
  @Get(':placeId')
  @Public('hearings:read')
  @ApiReads(HearingPlaceDto)
  getHearingPlace(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('placeId') id: string,
  ): Promise<HearingPlaceDto> {
    return this.places.get(hearingId, id);
  }

  /** Changes a place. Once it was announced it is moved or given up with a reason, which is kept and gives notice of it. */
  @Patch(':placeId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(HearingPlaceDto)
  updateHearingPlace(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('placeId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateHearingPlaceDto,
  ): Promise<HearingPlaceDto> {
    return this.places.update(hearingId, id, ifMatch, input);
  }

  /** Removes a place, before notice; later it is given up instead: `withdrawn`. */
  @Delete(':placeId')
  @Requires(Permission.HearingUpdate)
  @ApiDeletes()
  async deleteHearingPlace(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('placeId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.places.remove(hearingId, id, ifMatch);
  }
}
