import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ApiProblems, setPageHeaders, WantsTotal } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { SearchPageDto, SearchQuery } from './answer/search.dto.js';
import { SearchService } from './search.service.js';

@ApiTags('Search')
@Controller('search')
export class SearchController {
  constructor(private readonly service: SearchService) {}

  /**
   * Finds hearings and what hangs on them, people, sponsors and sectors, testimonies and the very seconds at which
   * words were said.
   */
  @Get()
  @Public('search:read')
  @ApiHeader({ name: 'Prefer', required: false, description: '`return=total-count` adds `total`' })
  @ApiOkResponse({ type: SearchPageDto })
  @ApiProblems(400, 429)
  async searchRecords(
    @Query() query: SearchQuery,
    @WantsTotal() wantsTotal: boolean,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SearchPageDto> {
    const page = await this.service.search(query, wantsTotal);
    setPageHeaders(request, response, page);
    return page;
  }
}
