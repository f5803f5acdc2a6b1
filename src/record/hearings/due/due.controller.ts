import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { DueActsDto, ListDueActsQuery } from './due.dto.js';
import { DueService } from './due.service.js';

@ApiTags('Hearings')
@Controller('hearings/due')
export class DueController {
  constructor(private readonly due: DueService) {}

  /**
   * Lists what is to be done for hearings, and until when: notices and agendas by the law of the commission, requests,
   * openings, new dates of what was postponed, reports of closed sessions, minutes. A draft whose regular notice is late
   * has `give_special_notice` beside it, while a special meeting can still be called.
   */
  @Get()
  @Requires(Permission.HearingUpdate)
  @ApiOkResponse({ type: DueActsDto })
  @ApiProblems(400, 422, 429)
  listDueActs(@Query() query: ListDueActsQuery): Promise<DueActsDto> {
    return this.due.list(query);
  }
}
