import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiReads, ApiUpdates, IfMatch, UuidParam } from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { ReorderAgendaDto } from '../agenda/agenda-item.dto.js';
import { AgendaService } from '../agenda/agenda.service.js';
import { PanelService } from '../panels/panel.service.js';
import { WitnessService } from '../witnesses/witness.service.js';
import { PartOrderDto, ReorderDto } from './part-order.dto.js';

/** The whole order of one kind at once. Its tag is another one as soon as anything of the kind moves, comes or goes. */
@ApiTags('Hearings')
@Controller('hearings/:hearingId')
export class PartOrderController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly panels: PanelService,
    private readonly witnesses: WitnessService,
  ) {}

  /** Reads the order of the agenda items: what `If-Match` of a reordering names is its tag. */
  @Get('agenda-order')
  @Requires(Permission.HearingUpdate)
  @ApiReads(PartOrderDto)
  getAgendaOrder(@UuidParam('hearingId') hearingId: string): Promise<PartOrderDto> {
    return this.agenda.order(hearingId);
  }

  /**
   * Puts all agenda items into another order. 412 `STALE` where anything moved, came or went since, by whom and when; 422
   * `ORDER_NOT_WHOLE` where ids are missing, strange or named twice. 409 `AGENDA_FROZEN` once the hearing was noticed,
   * unless under an exception, which every item that moves and has none then bears.
   */
  @Put('agenda-order')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(PartOrderDto)
  setAgendaOrder(
    @UuidParam('hearingId') hearingId: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: ReorderAgendaDto,
  ): Promise<PartOrderDto> {
    return this.agenda.reorder(hearingId, ifMatch, input);
  }

  /** Reads the order of the panels: what `If-Match` of a reordering names is its tag. */
  @Get('panel-order')
  @Requires(Permission.HearingUpdate)
  @ApiReads(PartOrderDto)
  getPanelOrder(@UuidParam('hearingId') hearingId: string): Promise<PartOrderDto> {
    return this.panels.order(hearingId);
  }

  /**
   * Puts all panels into another order. 412 `STALE` where anything moved, came or went since, by whom and when; 422
   * `ORDER_NOT_WHOLE` where ids are missing, strange or named twice.
   */
  @Put('panel-order')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(PartOrderDto)
  setPanelOrder(
    @UuidParam('hearingId') hearingId: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: ReorderDto,
  ): Promise<PartOrderDto> {
    return this.panels.reorder(hearingId, ifMatch, input);
  }

  /** Reads the order of the witnesses: what `If-Match` of a reordering names is its tag. */
  @Get('witness-order')
  @Requires(Permission.HearingUpdate)
  @ApiReads(PartOrderDto)
  getWitnessOrder(@UuidParam('hearingId') hearingId: string): Promise<PartOrderDto> {
    return this.witnesses.order(hearingId);
  }

  /**
   * Puts all witnesses into another order. 412 `STALE` where anything moved, came or went since, by whom and when; 422
   * `ORDER_NOT_WHOLE` where ids are missing, strange or named twice.
   */
  @Put('witness-order')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(PartOrderDto)
  setWitnessOrder(
    @UuidParam('hearingId') hearingId: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: ReorderDto,
  ): Promise<PartOrderDto> {
    return this.witnesses.reorder(hearingId, ifMatch, input);
  }
}
