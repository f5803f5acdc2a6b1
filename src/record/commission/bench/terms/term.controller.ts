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
import { CreateTermDto, ListTermsQuery, TermDto, UpdateTermDto } from './term.dto.js';
import { TermService } from './term.service.js';

@ApiTags('Commission')
@Controller('commissioners/:commissionerId/terms')
export class TermController {
  constructor(private readonly terms: TermService) {}

  /** Lists what a person held and holds: seats, offices, positions of the staff; the latest first. */
  @Get()
  @Public('commission:read')
  @PagedResponse(TermDto)
  @ApiProblems(400, 404, 429)
  listTerms(
    @UuidParam('commissionerId') personId: string,
    @Query() query: ListTermsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<TermDto>> {
    return this.terms.list(personId, query, wantsTotal);
  }

  /**
   * Puts a person into a post. 409 `POST_TAKEN` if it has a member in these days, `TERM_OVERLAPS` if the person holds
   * another seat then, `ACTING_NOT_VACANT` if somebody is to act in a post that is filled. Who acts in the post gives
   * way to a regular member: that term ends the day before. 422 `POST_ENDED`, `SECTOR_ENDED`, `SUCCESSION_ORDER`.
   */
  @Post()
  @Requires(Permission.CommissionUpdate)
  @ApiCreates(TermDto)
  createTerm(
    @UuidParam('commissionerId') personId: string,
    @Body() input: CreateTermDto,
    @IdempotencyKey() key?: string,
  ): Promise<TermDto> {
    return this.terms.create(personId, input, key);
  }

  /** Reads one term. */
  @Get(':termId')
  @Public('commission:read')
  @ApiReads(TermDto)
  getTerm(@UuidParam('commissionerId') personId: string, @UuidParam('termId') id: string): Promise<TermDto> {
    return this.terms.get(personId, id);
  }

  /** Ends a term, with its reason, or corrects it; refused as `createTerm` refuses. */
  @Patch(':termId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(TermDto)
  updateTerm(
    @UuidParam('commissionerId') personId: string,
    @UuidParam('termId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateTermDto,
  ): Promise<TermDto> {
    return this.terms.update(personId, id, ifMatch, input);
  }
}
