import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { UuidParam } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { ApiPublishes } from '../shared/operations.js';
import { PublicAddress } from '../shared/public-address.js';
import { answer } from '../shared/tagged-text.js';
import { HearingEventDto } from './event.dto.js';
import { EventService } from './event.service.js';

const JSON_LD = 'application/ld+json';

@ApiTags('Hearings')
@Controller()
export class EventController {
  constructor(
    private readonly events: EventService,
    private readonly address: PublicAddress,
  ) {}

  /** One open meeting as linked data: schema.org's `Event`, for search engines and other sites. */
  @Get('hearings/:hearingId.jsonld')
  @Public('hearings:read')
  @ApiPublishes({ type: JSON_LD, dto: HearingEventDto, problems: [400, 404, 429] })
  async getHearingEvent(
    @UuidParam('hearingId') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return answer(await this.events.one(id, this.address.of(request)), JSON_LD, response);
  }
}
