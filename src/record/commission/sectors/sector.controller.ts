import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
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
import { CreateSectorDto, ListSectorsQuery, SectorDto, UpdateSectorDto } from './sector.dto.js';
import { SectorService } from './sector.service.js';

@ApiTags('Commission')
@Controller('sectors')
export class SectorController {
  constructor(private readonly sectors: SectorService) {}

  /** Lists the parts of society that are to have a seat, those that ended too. */
  @Get()
  @Public('commission:read')
  @PagedResponse(SectorDto)
  @ApiProblems(400, 429)
  listSectors(@Query() query: ListSectorsQuery, @WantsTotal() wantsTotal: boolean): Promise<Page<SectorDto>> {
    return this.sectors.list(query, wantsTotal);
  }

  /** Makes a sector. A key that another has is 409 `SECTOR_KEY_TAKEN`. */
  @Post()
  @Requires(Permission.CommissionUpdate)
  @ApiCreates(SectorDto)
  createSector(@Body() input: CreateSectorDto, @IdempotencyKey() key?: string): Promise<SectorDto> {
    return this.sectors.create(input, key);
  }

  /** Reads one sector. */
  @Get(':sectorId')
  @Public('commission:read')
  @ApiReads(SectorDto)
  getSector(@UuidParam('sectorId') id: string): Promise<SectorDto> {
    return this.sectors.get(id);
  }

  /**
   * Changes a sector; `endedOn` ends it. 409 `SECTOR_IN_USE` while a seat for it is provided for beyond that day: the
   * seats are named, each is to end by then or to go to another sector.
   */
  @Patch(':sectorId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(SectorDto)
  updateSector(
    @UuidParam('sectorId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateSectorDto,
  ): Promise<SectorDto> {
    return this.sectors.update(id, ifMatch, input);
  }
}
