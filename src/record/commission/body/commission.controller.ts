import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiReads, ApiUpdates, IfMatch } from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { CommissionPageDto, CommissionQuery } from './commission-page.dto.js';
import { CommissionDto, UpdateCommissionDto } from './commission.dto.js';
import { CommissionService } from './commission.service.js';

@ApiTags('Commission')
@Controller('commission')
export class CommissionController {
  constructor(private readonly commission: CommissionService) {}

  /**
   * Reads what the commission is: its name, mandate, days, law, quorum, time zone and language; with `include`, who
   * sits on it, its sectors, sponsors, zones and vacancies too, as their own lists show them.
   */
  @Get()
  @Public('commission:read')
  @ApiReads(CommissionPageDto)
  getCommission(@Query() { include }: CommissionQuery): Promise<CommissionPageDto> {
    return this.commission.page(include ?? []);
  }

  /** Changes what the commission is. A dissolution before the founding is 422 `DAYS_REVERSED`. */
  @Patch()
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(CommissionDto)
  updateCommission(
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateCommissionDto,
  ): Promise<CommissionDto> {
    return this.commission.update(ifMatch, input);
  }
}
