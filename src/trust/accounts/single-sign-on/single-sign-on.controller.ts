import { Body, Controller, Get, Header, HttpCode, Post, Redirect, Req } from '@nestjs/common';
import {
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiProblems } from '#src/foundation/common/index.js';
import { Public, SigningIn } from '#src/trust/access/index.js';
import { BackChannelService } from './back-channel.service.js';
import { ProviderDirectory } from './provider.js';
import { FarewellDto, LogoutTokenDto, SingleSignOnDto } from './single-sign-on.dto.js';
import { SingleSignOnService } from './single-sign-on.service.js';

const SEE_OTHER = { status: 303, description: 'Where the browser goes on' };

@ApiTags('Accounts')
@Controller('single-sign-on')
export class SingleSignOnController {
  constructor(
    private readonly directory: ProviderDirectory,
    private readonly service: SingleSignOnService,
    private readonly backChannel: BackChannelService,
  ) {}

  /** Whether the staff can sign in by another house, and its name. */
  @Get()
  @Public()
  @ApiOkResponse({ type: SingleSignOnDto })
  @ApiProblems(429)
  getSingleSignOn(): SingleSignOnDto {
    return SingleSignOnDto.from(this.directory.name);
  }

  /** Sends the browser to the provider (OpenID Connect, code flow with PKCE). */
  @Get('start')
  @Public()
  @Header('Cache-Control', 'no-store')
  @Redirect(undefined, 303)
  @ApiResponse(SEE_OTHER)
  @ApiProblems(404, 429, 503)
  async startSingleSignOn(@Req() request: Request): Promise<{ url: string }> {
    return { url: await this.service.begin(request) };
  }

  /** Takes the provider's answer and sends the browser on. */
  @Get('callback')
  @Public()
  @Header('Cache-Control', 'no-store')
  @Redirect(undefined, 303)
  @ApiOperation({ parameters: [] })
  @ApiResponse(SEE_OTHER)
  @ApiProblems(401, 403, 404, 429, 503)
  async finishSingleSignOn(@Req() request: Request): Promise<{ url: string }> {
    return { url: await this.service.finish(request) };
  }

  /** Where the browser can sign out at the provider too. Ask before `DELETE /sessions/current`. */
  @Get('farewell')
  @SigningIn()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: FarewellDto })
  @ApiProblems(404, 429, 503)
  async getFarewell(): Promise<FarewellDto> {
    return FarewellDto.from(await this.service.farewell());
  }

  /** For the provider: somebody has signed out there, and does so here with all sessions. */
  @Post('back-channel-logout')
  @Public()
  @HttpCode(204)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 404, 413, 415, 429, 503)
  leaveByProvider(@Body() { logout_token: token }: LogoutTokenDto): Promise<void> {
    return this.backChannel.leave(token);
  }
}
