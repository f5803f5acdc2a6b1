import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { AuditEntryDto, ListAuditEntriesQuery } from './entry.dto.js';
import { LogViewService } from './log-view.service.js';
import { InclusionProofDto, InclusionProofQuery } from './proof.dto.js';
import { ProofService } from './proof.service.js';

@ApiTags('Audit')
@Controller('audit-entries')
export class AuditEntriesController {
  constructor(
    private readonly log: LogViewService,
    private readonly proofs: ProofService,
  ) {}

  /**
   * Lists the log, the newest first: administrators see what was done to accounts and to the system, the custodian and
   * counsel what was done to protected records.
   */
  @Get()
  @Requires(Permission.AuditRead)
  @Header('Cache-Control', 'no-store')
  @PagedResponse(AuditEntryDto)
  listAuditEntries(
    @Query() query: ListAuditEntriesQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<AuditEntryDto>> {
    return this.log.listEntries(query, wantsTotal);
  }

  /**
   * Proves that an entry is in the log. One not sealed yet is 409 `NOT_SEALED`, a size that the log never had, or had
   * before the entry, 422 `SIZE_OUT_OF_RANGE`.
   */
  @Get(':entryId/inclusion-proof')
  @Requires(Permission.AuditRead)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: InclusionProofDto })
  @ApiProblems(400, 404, 409, 422, 429)
  getInclusionProof(
    @UuidParam('entryId') id: string,
    @Query() query: InclusionProofQuery,
  ): Promise<InclusionProofDto> {
    return this.proofs.inclusion(id, query);
  }
}
