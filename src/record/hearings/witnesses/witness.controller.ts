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
import { CreateWitnessDto, ListWitnessesQuery, UpdateWitnessDto } from './witness-input.dto.js';
import { WitnessDto } from './witness.dto.js';
import { WitnessService } from './witness.service.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId/witnesses')
export class WitnessController {
  constructor(private readonly witnesses: WitnessService) {}

  /** Lists the witnesses of a hearing, in their order. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(WitnessDto)
  @ApiProblems(400, 404, 429)
  listWitnesses(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListWitnessesQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<WitnessDto>> {
    return this.witnesses.list(hearingId, query, wantsTotal);
  }

  /** Enters a witness. */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(WitnessDto)
  createWitness(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreateWitnessDto,
    @IdempotencyKey() key?: string,
  ): Promise<WitnessDto> {
    return this.witnesses.create(hearingId, input, key);
  }

  /** Reads one witness. */
  @Get(':witnessId')
  @Public('hearings:read')
  @ApiReads(WitnessDto)
  getWitness(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('witnessId') id: string,
  ): Promise<WitnessDto> {
    return this.witnesses.get(hearingId, id);
  }

  /** Changes a witness; after notice, `status` says that they withdrew. */
  @Patch(':witnessId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(WitnessDto)
  updateWitness(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('witnessId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateWitnessDto,
  ): Promise<WitnessDto> {
    return this.witnesses.update(hearingId, id, ifMatch, input);
  }

  /** Removes a witness, before notice. */
  @Delete(':witnessId')
  @Requires(Permission.HearingUpdate)
  @ApiDeletes()
  async deleteWitness(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('witnessId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.witnesses.remove(hearingId, id, ifMatch);
  }
}
