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
import { CreateMatterDto, ListMattersQuery, MatterDto, UpdateMatterDto } from './matter.dto.js';
import { MatterService } from './matter.service.js';

@ApiTags('Commission')
@Controller('matters')
export class MatterController {
  constructor(private readonly matters: MatterService) {}

  /** Lists what somebody may have to step back from: cases, contracts, organisations. */
  @Get()
  @Public('commission:read')
  @PagedResponse(MatterDto)
  @ApiProblems(400, 429)
  listMatters(@Query() query: ListMattersQuery, @WantsTotal() wantsTotal: boolean): Promise<Page<MatterDto>> {
    return this.matters.list(query, wantsTotal);
  }

  /** Enters a matter. */
  @Post()
  @Requires(Permission.CommissionUpdate)
  @ApiCreates(MatterDto)
  createMatter(@Body() input: CreateMatterDto, @IdempotencyKey() key?: string): Promise<MatterDto> {
    return this.matters.create(input, key);
  }

  /** Reads one matter. */
  @Get(':matterId')
  @Public('commission:read')
  @ApiReads(MatterDto)
  getMatter(@UuidParam('matterId') id: string): Promise<MatterDto> {
    return this.matters.get(id);
  }

  /** Changes a matter; `closed` takes it, and the recusals from it, out of the public's sight. */
  @Patch(':matterId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(MatterDto)
  updateMatter(
    @UuidParam('matterId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateMatterDto,
  ): Promise<MatterDto> {
    return this.matters.update(id, ifMatch, input);
  }
}
