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
  AgendaItemDto,
  CreateAgendaItemDto,
  ListAgendaItemsQuery,
  UpdateAgendaItemDto,
} from './agenda-item.dto.js';
import { AgendaService } from './agenda.service.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId/agenda-items')
export class AgendaController {
  constructor(private readonly agenda: AgendaService) {}

  /** Lists the agenda of a hearing, in its order. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(AgendaItemDto)
  @ApiProblems(400, 404, 429)
  listAgendaItems(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListAgendaItemsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<AgendaItemDto>> {
    return this.agenda.list(hearingId, query, wantsTotal);
  }

  /** Puts an item on the agenda. 409 `AGENDA_FROZEN` once the hearing was noticed, unless under an exception. */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(AgendaItemDto)
  createAgendaItem(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreateAgendaItemDto,
    @IdempotencyKey() key?: string,
  ): Promise<AgendaItemDto> {
    return this.agenda.create(hearingId, input, key);
  }

  /** Reads one agenda item. */
  @Get(':itemId')
  @Public('hearings:read')
  @ApiReads(AgendaItemDto)
  getAgendaItem(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('itemId') id: string,
  ): Promise<AgendaItemDto> {
    return this.agenda.get(hearingId, id);
  }

  /** Changes an agenda item. 409 `AGENDA_FROZEN` once the hearing was noticed, unless under an exception. */
  @Patch(':itemId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(AgendaItemDto)
  updateAgendaItem(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('itemId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateAgendaItemDto,
  ): Promise<AgendaItemDto> {
    return this.agenda.update(hearingId, id, ifMatch, input);
  }

  /** Takes an item off the agenda, before notice. */
  @Delete(':itemId')
  @Requires(Permission.HearingUpdate)
  @ApiDeletes()
  async deleteAgendaItem(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('itemId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.agenda.remove(hearingId, id, ifMatch);
  }
}
