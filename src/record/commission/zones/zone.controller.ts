import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiUpdates,
  ApiReads,
  IdempotencyKey,
  IfMatch,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { CreateZoneDto, ListZonesQuery, UpdateZoneDto, ZoneDto } from './zone.dto.js';
import { ZoneService } from './zone.service.js';

@ApiTags('Commission')
@Controller('zones')
export class ZoneController {
  constructor(private readonly zones: ZoneService) {}

  /** Lists the commission's zones, or the one that a county lies in. */
  @Get()
  @Public('commission:read')
  @PagedResponse(ZoneDto)
  listZones(@Query() query: ListZonesQuery, @WantsTotal() wantsTotal: boolean): Promise<Page<ZoneDto>> {
    return this.zones.list(query, wantsTotal);
  }

  /** Makes a zone. A county that another zone has is 409 `COUNTY_TAKEN`. */
  @Post()
  @Requires(Permission.CommissionUpdate)
  @ApiCreates(ZoneDto)
  createZone(@Body() input: CreateZoneDto, @IdempotencyKey() key?: string): Promise<ZoneDto> {
    return this.zones.create(input, key);
  }

  /** Reads one zone. */
  @Get(':zoneId')
  @Public('commission:read')
  @ApiReads(ZoneDto)
  getZone(@UuidParam('zoneId') id: string): Promise<ZoneDto> {
    return this.zones.get(id);
  }

  /** Changes a zone; `counties` are all of them anew. */
  @Patch(':zoneId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(ZoneDto)
  updateZone(
    @UuidParam('zoneId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateZoneDto,
  ): Promise<ZoneDto> {
    return this.zones.update(id, ifMatch, input);
  }
}
