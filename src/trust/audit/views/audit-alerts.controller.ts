import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { AuditAlertDto, ListAuditAlertsQuery } from './alert.dto.js';
import { AlertService } from './alert.service.js';

@ApiTags('Audit')
@Controller('audit-alerts')
export class AuditAlertsController {
  constructor(private readonly alerts: AlertService) {}

  /** Lists what an administrator should look at, the newest first. */
  @Get()
  @Requires(Permission.AuditAlerts)
  @Header('Cache-Control', 'no-store')
  @PagedResponse(AuditAlertDto)
  listAuditAlerts(
    @Query() query: ListAuditAlertsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<AuditAlertDto>> {
    return this.alerts.list(query, wantsTotal);
  }

  /** Says that somebody has looked at it. The same cause then opens a new alert. */
  @Post(':alertId/acknowledgement')
  @HttpCode(200)
  @Requires(Permission.AuditAlerts)
  @ApiOkResponse({ type: AuditAlertDto })
  @ApiProblems(400, 404, 429)
  acknowledgeAuditAlert(@UuidParam('alertId') id: string): Promise<AuditAlertDto> {
    return this.alerts.acknowledge(id);
  }
}
