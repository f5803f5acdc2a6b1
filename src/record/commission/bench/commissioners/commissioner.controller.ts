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
import { UpdatePersonDto } from '../../people/person.dto.js';
import { CommissionerDto, CreateCommissionerDto, ListCommissionersQuery } from './commissioner.dto.js';
import { CommissionerService } from './commissioner.service.js';

@ApiTags('Commission')
@Controller('commissioners')
export class CommissionerController {
  constructor(private readonly commissioners: CommissionerService) {}

  /** Lists who sits on a day: the person, their seat and its sector, their offices, who appointed them. */
  @Get()
  @Public('commission:read')
  @PagedResponse(CommissionerDto)
  @ApiProblems(400, 429)
  listCommissioners(
    @Query() query: ListCommissionersQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<CommissionerDto>> {
    return this.commissioners.list(query, wantsTotal);
  }

  /**
   * Appoints a person to a seat; a new one (`person`) is entered in the same act. Answers as `createTerm` does: 409
   * `POST_TAKEN`, `TERM_OVERLAPS`, `ACTING_NOT_VACANT`; 422 `POST_ENDED`, `SECTOR_ENDED`; and 422 `POST_KIND` for a
   * post that is no seat.
   */
  @Post()
  @Requires(Permission.CommissionUpdate)
  @ApiCreates(CommissionerDto)
  createCommissioner(
    @Body() input: CreateCommissionerDto,
    @IdempotencyKey() key?: string,
  ): Promise<CommissionerDto> {
    return this.commissioners.create(input, key);
  }

  /** Reads somebody who ever held a seat or an office, with what they hold today. */
  @Get(':commissionerId')
  @Public('commission:read')
  @ApiReads(CommissionerDto)
  getCommissioner(@UuidParam('commissionerId') id: string): Promise<CommissionerDto> {
    return this.commissioners.get(id);
  }

  /** Changes the public profile of a commissioner: the same as `updatePerson`. */
  @Patch(':commissionerId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(CommissionerDto)
  updateCommissioner(
    @UuidParam('commissionerId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdatePersonDto,
  ): Promise<CommissionerDto> {
    return this.commissioners.update(id, ifMatch, input);
  }
}
