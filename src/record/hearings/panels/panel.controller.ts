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
import { CreatePanelDto, ListPanelsQuery, PanelDto, UpdatePanelDto } from './panel.dto.js';
import { PanelService } from './panel.service.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId/panels')
export class PanelController {
  constructor(private readonly panels: PanelService) {}

  /** Lists the panels of a hearing, in their order. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(PanelDto)
  @ApiProblems(400, 404, 429)
  listPanels(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListPanelsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<PanelDto>> {
    return this.panels.list(hearingId, query, wantsTotal);
  }

  /** Makes a panel. */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(PanelDto)
  createPanel(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreatePanelDto,
    @IdempotencyKey() key?: string,
  ): Promise<PanelDto> {
    return this.panels.create(hearingId, input, key);
  }

  /** Reads one panel. */
  @Get(':panelId')
  @Public('hearings:read')
  @ApiReads(PanelDto)
  getPanel(@UuidParam('hearingId') hearingId: string, @UuidParam('panelId') id: string): Promise<PanelDto> {
    return this.panels.get(hearingId, id);
  }

  /** Changes a panel. */
  @Patch(':panelId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(PanelDto)
  updatePanel(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('panelId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdatePanelDto,
  ): Promise<PanelDto> {
    return this.panels.update(hearingId, id, ifMatch, input);
  }

  /** Removes a panel, before notice; its witnesses stay. */
  @Delete(':panelId')
  @Requires(Permission.HearingUpdate)
  @ApiDeletes()
  async deletePanel(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('panelId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.panels.remove(hearingId, id, ifMatch);
  }
}
