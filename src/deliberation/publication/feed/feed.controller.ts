import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '#src/trust/access/index.js';
import { ApiPublishes } from '../shared/operations.js';
import { PublicAddress } from '../shared/public-address.js';
import { answer } from '../shared/tagged-text.js';
import { FeedService } from './feed.service.js';

const ATOM = 'application/atom+xml';

@ApiTags('Hearings')
@Controller()
export class FeedController {
  constructor(
    private readonly feed: FeedService,
    private readonly address: PublicAddress,
  ) {}

  /** What last became of the open meetings, as an Atom feed: noticed, postponed, adjourned, at most 100 steps. */
  @Get('hearings.atom')
  @Public('hearings:read')
  @ApiPublishes({ type: ATOM, problems: [429] })
  async getHearingsFeed(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return answer(await this.feed.latest(this.address.of(request)), ATOM, response);
  }
}
