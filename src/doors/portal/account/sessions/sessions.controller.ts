import { Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { UuidParam } from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import type { Onward, Page } from '../../rendering/page.js';
import { Pages } from '../../rendering/pages.decorator.js';
import { SessionPages } from './sessions.pages.js';

@Pages()
export class OwnSessionsController {
  constructor(private readonly pages: SessionPages) {}

  @Get('account/sessions')
  @Requires(Permission.OwnAccount)
  showSessions(): Promise<Page> {
    return this.pages.list();
  }

  @Post('account/sessions/others/end')
  @Requires(Permission.OwnAccount)
  endOtherSessions(@Req() request: Request): Promise<Onward> {
    return this.pages.endOthers(request);
  }

  @Post('account/sessions/:sessionId/end')
  @Requires(Permission.OwnAccount)
  endSession(@UuidParam('sessionId') id: string, @Req() request: Request): Promise<Onward> {
    return this.pages.end(id, request);
  }
}
