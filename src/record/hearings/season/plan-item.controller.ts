import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiDeletes,
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
import { CreatePlanItemDto, ListPlanItemsQuery, PlanItemDto, UpdatePlanItemDto } from './plan-item.dto.js';
import { PlanItemService } from './plan-item.service.js';

@ApiTags('Commission')
@Controller('commission/plan-items')
export class PlanItemController {
  constructor(private readonly items: PlanItemService) {}

  /** Lists what the commission promised to hold. */
  @Get()
  @Public('commission:read')
  @PagedResponse(PlanItemDto)
  @ApiProblems(400, 429)
  listPlanItems(
    @Query() query: ListPlanItemsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<PlanItemDto>> {
    return this.items.list(query, wantsTotal);
  }

  /** Adds a promise to the plan. */
  @Post()
  @Requires(Permission.CommissionUpdate)
  @ApiCreates(PlanItemDto)
  createPlanItem(@Body() input: CreatePlanItemDto, @IdempotencyKey() key?: string): Promise<PlanItemDto> {
    return this.items.create(input, key);
  }

  /** Reads one promise of the plan. */
  @Get(':planItemId')
  @Public('commission:read')
  @ApiReads(PlanItemDto)
  getPlanItem(@UuidParam('planItemId') id: string): Promise<PlanItemDto> {
    return this.items.get(id);
  }

  /** Changes a promise of the plan. */
  @Patch(':planItemId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(PlanItemDto)
  updatePlanItem(
    @UuidParam('planItemId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdatePlanItemDto,
  ): Promise<PlanItemDto> {
    return this.items.update(id, ifMatch, input);
  }

  /** Takes a promise out of the plan. */
  @Delete(':planItemId')
  @Requires(Permission.CommissionUpdate)
  @ApiDeletes()
  async deletePlanItem(
    @UuidParam('planItemId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.items.remove(id, ifMatch);
  }
}
