import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  ListQuery,
  type Page,
  PagedResponse,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { CheckpointDto, LatestCheckpointDto } from './checkpoint.dto.js';
import { LogViewService } from './log-view.service.js';
import { ConsistencyProofDto, ConsistencyProofQuery } from './proof.dto.js';
import { ProofService } from './proof.service.js';

@ApiTags('Audit')
@Controller('audit-checkpoints')
export class AuditCheckpointsController {
  constructor(
    private readonly log: LogViewService,
    private readonly proofs: ProofService,
  ) {}

  /** Lists the seals of the log, the newest first. */
  @Get()
  @Requires(Permission.AuditRead)
  @Header('Cache-Control', 'no-store')
  @PagedResponse(CheckpointDto)
  listAuditCheckpoints(
    @Query() query: ListQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<CheckpointDto>> {
    return this.log.listCheckpoints(query, wantsTotal);
  }

  /** The newest seal, and what is written since and not yet sealed. */
  @Get('latest')
  @Requires(Permission.AuditRead)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: LatestCheckpointDto })
  @ApiProblems(429)
  getLatestAuditCheckpoint(): Promise<LatestCheckpointDto> {
    return this.log.latest();
  }

  /** Proves that the log of one size begins with that of another. A size it never had is 422 `SIZE_OUT_OF_RANGE`. */
  @Get('consistency-proof')
  @Requires(Permission.AuditRead)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ConsistencyProofDto })
  @ApiProblems(400, 422, 429)
  getConsistencyProof(@Query() query: ConsistencyProofQuery): Promise<ConsistencyProofDto> {
    return this.proofs.consistency(query);
  }
}
