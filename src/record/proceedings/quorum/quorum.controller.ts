import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, UuidParam } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { QuorumDto, QuorumQuery } from './quorum.dto.js';
import { QuorumService } from './quorum.service.js';

@ApiTags('Proceedings')
@Controller('hearings/:hearingId/quorum')
export class QuorumController {
  constructor(private readonly quorum: QuorumService) {}

  /** Tells at every moment of a hearing who was there and whether that was a quorum, who made it and who lost it. */
  @Get()
  @Public('hearings:read')
  @ApiOkResponse({ type: QuorumDto })
  @ApiProblems(400, 404, 429)
  getQuorum(@UuidParam('hearingId') hearingId: string, @Query() query: QuorumQuery): Promise<QuorumDto> {
    return this.quorum.get(hearingId, query);
  }
}
