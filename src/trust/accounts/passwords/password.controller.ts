import { Body, Controller, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiProblems } from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { OwnPasswordService } from './own-password.service.js';
import { ChangeOwnPasswordDto, ConfirmPasswordResetDto, RequestPasswordResetDto } from './password.dto.js';
import { PasswordResetService } from './password-reset.service.js';

@ApiTags('Accounts')
@Controller()
export class PasswordController {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly own: OwnPasswordService,
  ) {}

  /** Mails a link to set a new password, if there is an account. The answer is the same if there is none. */
  @Post('password-resets')
  @Public()
  @HttpCode(202)
  @ApiAcceptedResponse({ description: 'Whether or not the address has an account' })
  @ApiProblems(400, 403, 413, 429, 503)
  requestPasswordReset(@Body() input: RequestPasswordResetDto, @Req() request: Request): Promise<void> {
    return this.resets.request(input, request);
  }

  /**
   * Sets a password with the token of a mail: a reset's, or an invitation's, which opens the account. All sessions of
   * the account end. A token that opens nothing is 422 `TOKEN_INVALID`.
   */
  @Post('password-resets/confirmation')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(400, 403, 413, 422, 429, 503)
  confirmPasswordReset(@Body() input: ConfirmPasswordResetDto, @Req() request: Request): Promise<void> {
    return this.resets.confirm(input, request);
  }

  /**
   * Changes your password. Your other sessions end; this one goes on under a new cookie and a new token, which
   * `GET /sessions/current` tells.
   */
  @Put('users/me/password')
  @Requires(Permission.OwnAccount)
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(400, 413, 422, 429, 503)
  changeOwnPassword(@Body() input: ChangeOwnPasswordDto, @Req() request: Request): Promise<void> {
    return this.own.change(input, request);
  }
}
