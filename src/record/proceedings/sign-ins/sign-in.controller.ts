import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import {
  CreateSignInDto,
  ListSignInsQuery,
  SignInCountsDto,
  SignInDto,
  UpdateSignInDto,
} from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('Proceedings')
@Controller('hearings/:hearingId')
export class SignInController {
  constructor(private readonly signIns: SignInService) {}

  /** Lists who signed in at a hearing, in the order of the sheet. Clerks alone read it. */
  @Get('sign-ins')
  @Requires(Permission.HearingUpdate)
  @PagedResponse(SignInDto)
  @ApiProblems(400, 404, 429)
  listSignIns(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListSignInsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<SignInDto>> {
    return this.signIns.list(hearingId, query, wantsTotal);
  }

  /**
   * Writes down that somebody signed in. Nobody has to sign in, give a name or answer anything to attend (Gov. Code
   * 11124): an empty body is a sign-in as well, a name may be a pseudonym, and who does not sign in is not asked for.
   */
  @Post('sign-ins')
  @Requires(Permission.HearingUpdate)
  @ApiCreates(SignInDto)
  createSignIn(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreateSignInDto,
    @IdempotencyKey() key?: string,
  ): Promise<SignInDto> {
    return this.signIns.create(hearingId, input, key);
  }

  /** Reads one sign-in. */
  @Get('sign-ins/:signInId')
  @Requires(Permission.HearingUpdate)
  @ApiReads(SignInDto)
  getSignIn(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('signInId') id: string,
  ): Promise<SignInDto> {
    return this.signIns.get(hearingId, id);
  }

  /** Changes a sign-in: that they spoke, what they came for. */
  @Patch('sign-ins/:signInId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(SignInDto)
  updateSignIn(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('signInId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateSignInDto,
  ): Promise<SignInDto> {
    return this.signIns.update(hearingId, id, ifMatch, input);
  }

  /** Takes a sign-in off the sheet, at any time: nothing of it is kept. */
  @Delete('sign-ins/:signInId')
  @Requires(Permission.HearingUpdate)
  @ApiDeletes()
  async deleteSignIn(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('signInId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.signIns.remove(hearingId, id, ifMatch);
  }

  /** How many signed in for, against or otherwise. Numbers, never names: whoever reads the hearing reads them. */
  @Get('sign-in-counts')
  @Public('hearings:read')
  @ApiOkResponse({ type: SignInCountsDto })
  @ApiProblems(400, 404, 429)
  getSignInCounts(@UuidParam('hearingId') hearingId: string): Promise<SignInCountsDto> {
    return this.signIns.counts(hearingId);
  }
}
