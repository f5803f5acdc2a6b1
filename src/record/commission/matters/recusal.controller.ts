import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiProblems,
  ApiReads,
  ApiUpdates,
  IdempotencyKey,
  IfMatch,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { CreateRecusalDto, ListRecusalsQuery, RecusalDto, UpdateRecusalDto } from './recusal.dto.js';
import { RecusalService } from './recusal.service.js';

@ApiTags('Commission')
@Controller('commissioners/:commissionerId/recusals')
export class RecusalController {
  constructor(private readonly recusals: RecusalService) {}

  /** Lists what a person steps back from, the latest first; each is seen as far as its matter and its person are. */
  @Get()
  @Public('commission:read')
  @PagedResponse(RecusalDto)
  @ApiProblems(400, 404, 429)
  listRecusals(
    @UuidParam('commissionerId') personId: string,
    @Query() query: ListRecusalsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<RecusalDto>> {
    return this.recusals.list(personId, query, wantsTotal);
  }

  /**
   * Enters a recusal: a clerk anybody's, a member with an account of their own theirs (403 `RECUSAL_NOT_YOURS` else).
   * From then on whatever wears the matter behind closed doors is hidden from them, the recusal of a closed matter
   * itself too: this answer is the last they see of it. 409 `RECUSED_ALREADY`, 422 `RECUSAL_REVERSED`.
   */
  @Post()
  @Requires(Permission.RecusalCreate)
  @ApiCreates(RecusalDto)
  createRecusal(
    @UuidParam('commissionerId') personId: string,
    @Body() input: CreateRecusalDto,
    @IdempotencyKey() key?: string,
  ): Promise<RecusalDto> {
    return this.recusals.create(personId, input, key);
  }

  /** Reads one recusal. */
  @Get(':recusalId')
  @Public('commission:read')
  @ApiReads(RecusalDto)
  getRecusal(
    @UuidParam('commissionerId') personId: string,
    @UuidParam('recusalId') id: string,
  ): Promise<RecusalDto> {
    return this.recusals.get(personId, id);
  }

  /** Ends a recusal, or corrects its reason. It gives sight back, so it is a clerk's. */
  @Patch(':recusalId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(RecusalDto)
  updateRecusal(
    @UuidParam('commissionerId') personId: string,
    @UuidParam('recusalId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateRecusalDto,
  ): Promise<RecusalDto> {
    return this.recusals.update(personId, id, ifMatch, input);
  }
}
