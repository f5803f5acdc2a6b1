import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiProblems } from '#src/foundation/common/index.js';
import { SigningIn } from '#src/trust/access/index.js';
import { PasskeyRequestOptionsDto } from '../passkeys/passkey-options.dto.js';
import { SignInStateDto } from '../../sessions/session.dto.js';
import { SecondFactorDto } from './second-factor.dto.js';
import { SecondFactorService } from './second-factor.service.js';

@ApiTags('Accounts')
@Controller('sessions/current/second-factor')
export class SecondFactorController {
  constructor(private readonly factor: SecondFactorService) {}

  /**
   * Finishes signing in. Wrong in whatever way: 401 `SECOND_FACTOR_WRONG`, and after the fifth the password is asked
   * for again. What is right, but weaker than your roles ask for, leads to setting up what they do (`stage`).
   */
  @Post()
  @SigningIn()
  @HttpCode(200)
  @ApiOkResponse({ type: SignInStateDto })
  @ApiProblems(400, 401, 409, 413, 429, 503)
  verifySecondFactor(@Body() input: SecondFactorDto, @Req() request: Request): Promise<SignInStateDto> {
    return this.factor.verify(input, request);
  }

  /** What a passkey is to sign, once and within five minutes. */
  @Post('options')
  @SigningIn()
  @HttpCode(200)
  @ApiOkResponse({ type: PasskeyRequestOptionsDto })
  @ApiProblems(409, 429)
  getSecondFactorOptions(@Req() request: Request): Promise<PasskeyRequestOptionsDto> {
    return this.factor.options(request);
  }
}
