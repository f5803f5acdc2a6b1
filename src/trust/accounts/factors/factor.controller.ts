import { Body, Controller, Delete, Get, Header, HttpCode, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
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
import { Permission, Requires, SigningIn } from '#src/trust/access/index.js';
import { ConfirmationService } from './confirmation.service.js';
import { EnrolmentService } from './enrolment.service.js';
import {
  ConfirmedFactorDto,
  ConfirmFactorDto,
  EnrolFactorDto,
  EnrolledFactorDto,
  FactorDto,
  ListFactorsQuery,
  RenameFactorDto,
} from './factor.dto.js';
import { FactorsService } from './factors.service.js';

@ApiTags('Accounts')
@Controller('users/me/factors')
export class FactorController {
  constructor(
    private readonly factors: FactorsService,
    private readonly enrolment: EnrolmentService,
    private readonly confirmation: ConfirmationService,
  ) {}

  /** Lists your second factors, the oldest first. */
  @Get()
  @SigningIn()
  @Header('Cache-Control', 'no-store')
  @PagedResponse(FactorDto)
  listOwnFactors(
    @Query() query: ListFactorsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<FactorDto>> {
    return this.factors.list(query, wantsTotal);
  }

  /**
   * Enrols a factor: the answer holds what sets it up, this once. It counts when it is confirmed, within the hour.
   * For whoever signs in and has a first one to set up, or is signed in and has just shown it (403 `PROOF_TOO_OLD`).
   */
  @Post()
  @SigningIn()
  @ApiCreates(EnrolledFactorDto)
  enrolFactor(
    @Body() input: EnrolFactorDto,
    @Req() request: Request,
    @IdempotencyKey() key?: string,
  ): Promise<EnrolledFactorDto> {
    return this.enrolment.enrol(input, request, key);
  }

  /** Reads one of your factors. */
  @Get(':factorId')
  @SigningIn()
  @ApiReads(FactorDto)
  getOwnFactor(@UuidParam('factorId') id: string): Promise<FactorDto> {
    return this.factors.get(id);
  }

  /** Shows that an enrolled factor works; a first one finishes signing in and brings recovery codes. */
  @Post(':factorId/confirmation')
  @SigningIn()
  @HttpCode(200)
  @ApiOkResponse({ type: ConfirmedFactorDto })
  @ApiProblems(400, 404, 409, 413, 422, 429)
  confirmFactor(
    @UuidParam('factorId') id: string,
    @Body() input: ConfirmFactorDto,
    @Req() request: Request,
  ): Promise<ConfirmedFactorDto> {
    return this.confirmation.confirm(id, input, request);
  }

  /** Names a factor anew. */
  @Patch(':factorId')
  @Requires(Permission.OwnAccount)
  @ApiUpdates(FactorDto)
  renameFactor(
    @UuidParam('factorId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: RenameFactorDto,
  ): Promise<FactorDto> {
    return this.factors.rename(id, ifMatch, input);
  }

  /** Removes a factor; never the last that your roles ask for (409 `LAST_FACTOR`). Needs a recent proof. */
  @Delete(':factorId')
  @Requires(Permission.OwnAccount)
  @ApiDeletes()
  removeFactor(
    @UuidParam('factorId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Req() request: Request,
  ): Promise<void> {
    return this.factors.remove(id, ifMatch, request);
  }
}
