import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { CoverageDto, CoverageQuery } from './coverage.dto.js';
import { CoverageService } from './coverage.service.js';

@ApiTags('Commission')
@Controller('commission/coverage')
export class CoverageController {
  constructor(private readonly coverage: CoverageService) {}

  /**
   * Tells for a day which sectors have seats, who sits in them, and which has nobody. Members who are not listed are
   * no members to the public.
   */
  @Get()
  @Public('commission:read')
  @ApiOkResponse({ type: CoverageDto })
  @ApiProblems(400, 429)
  getCoverage(@Query() { on }: CoverageQuery): Promise<CoverageDto> {
    return this.coverage.on(on);
  }
}
