import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { DecideRoleRequestDto, ListRoleRequestsQuery, RoleRequestDto } from './role-request.dto.js';
import { RoleRequestService } from './role-request.service.js';

@ApiTags('Accounts')
@Controller('role-requests')
export class RoleRequestController {
  constructor(private readonly requests: RoleRequestService) {}

  /** Lists the sensitive roles that were asked for, the newest first. */
  @Get()
  @Requires(Permission.RoleConfirm)
  @Header('Cache-Control', 'no-store')
  @PagedResponse(RoleRequestDto)
  listRoleRequests(
    @Query() query: ListRoleRequestsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<RoleRequestDto>> {
    return this.requests.list(query, wantsTotal);
  }

  /**
   * Confirms or refuses a sensitive role that somebody else asked for, for somebody else (403 `SECOND_PERSON_NEEDED`),
   * or takes back one's own request (403 `NOT_THE_ASKER`). A confirmed role counts at once. The same decision can be
   * sent twice. 409 `ALREADY_DECIDED`, `ROLES_CONFLICT`, `ACCOUNT_DISABLED`.
   */
  @Post(':roleRequestId/decision')
  @Requires(Permission.RoleConfirm)
  @HttpCode(200)
  @ApiOkResponse({ type: RoleRequestDto })
  @ApiProblems(400, 404, 409, 413, 429)
  decideRoleRequest(
    @UuidParam('roleRequestId') id: string,
    @Body() input: DecideRoleRequestDto,
  ): Promise<RoleRequestDto> {
    return this.requests.decide(id, input.outcome);
  }
}
