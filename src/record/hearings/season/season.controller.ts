import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { GetSeasonQuery, SeasonDto } from './season.dto.js';
import { SeasonService } from './season.service.js';

@ApiTags('Hearings')
@Controller('season')
export class SeasonController {
  constructor(private readonly season: SeasonService) {}

  /**
   * What was promised against what was held, which zones were served, which sectors heard, which languages offered. It
   * counts what the caller may read: a clerk's season has drafts, a commissioner's has closed sessions.
   */
  @Get()
  @Public('hearings:read')
  @ApiOkResponse({ type: SeasonDto })
  @ApiProblems(400, 429)
  getSeason(@Query() query: GetSeasonQuery): Promise<SeasonDto> {
    return this.season.get(query);
  }
}
