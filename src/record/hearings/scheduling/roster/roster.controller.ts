import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiReads, ApiUpdates, IfMatch, UuidParam } from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { RosterDto, SetRosterDto } from './roster.dto.js';
import { RosterService } from './roster.service.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId/roster')
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  /** Reads who is to sit at a hearing. */
  @Get()
  @Public('hearings:read')
  @ApiReads(RosterDto)
  getHearingRoster(@UuidParam('hearingId') hearingId: string): Promise<RosterDto> {
    return this.roster.get(hearingId);
  }

  /** Says who is to sit at a hearing, all of them anew. `If-Match` is the hearing's ETag, or the roster's. */
  @Put()
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(RosterDto)
  setHearingRoster(
    @UuidParam('hearingId') hearingId: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: SetRosterDto,
  ): Promise<RosterDto> {
    return this.roster.set(hearingId, ifMatch, input);
  }
}
