import { Body, Controller, Delete, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags, ApiCreatedResponse } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  ApiProblems,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires, SigningIn } from '#src/trust/access/index.js';
import { ListSessionsQuery, SessionDto, SignInDto, SignInStateDto } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('Accounts')
@Controller('sessions')
export class SessionController {
  constructor(
    private readonly signing: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  /** Lists your open sessions, the newest first. */
  @Get()
  @Requires(Permission.OwnAccount)
  @Header('Cache-Control', 'no-store')
  @PagedResponse(SessionDto)
  listSessions(
    @Query() query: ListSessionsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<SessionDto>> {
    return this.sessions.list(query, wantsTotal);
  }

  /**
   * Begins a session with an address and a password. Whoever works for the commission is then asked for a second
   * factor (`stage`). Wrong in whatever way: 401 `CREDENTIALS_WRONG`. Too often: 429 `TOO_MANY_ATTEMPTS`, for at most
   * a quarter of an hour.
   */
  @Post()
  @Public()
  @ApiCreatedResponse({ type: SignInStateDto })
  @ApiProblems(400, 401, 403, 413, 429, 503)
  signIn(@Body() input: SignInDto, @Req() request: Request): Promise<SignInStateDto> {
    return this.signing.signIn(input, request);
  }

  /** How far this browser's signing in has come, and the token that its writes need. */
  @Get('current')
  @SigningIn()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SignInStateDto })
  @ApiProblems(429)
  getCurrentSession(@Req() request: Request): Promise<SignInStateDto> {
    return this.signing.state(request);
  }

  /** Signs out. */
  @Delete('current')
  @SigningIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(429)
  endCurrentSession(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.sessions.endCurrent(request, response);
  }

  /** Signs out everywhere else. */
  @Delete()
  @Requires(Permission.OwnAccount)
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(429)
  endOtherSessions(): Promise<void> {
    return this.sessions.endOthers();
  }

  /** Ends one of your sessions. */
  @Delete(':sessionId')
  @Requires(Permission.OwnAccount)
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 429)
  endSession(@UuidParam('sessionId') id: string): Promise<void> {
    return this.sessions.end(id);
  }
}
