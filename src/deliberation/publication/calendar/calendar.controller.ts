import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { UuidParam } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { ApiPublishes } from '../shared/operations.js';
import { PublicAddress } from '../shared/public-address.js';
import { answer } from '../shared/tagged-text.js';
import { HearingsCalendarQuery } from './calendar.dto.js';
import { CalendarService } from './calendar.service.js';

const CALENDAR = 'text/calendar';

@ApiTags('Hearings')
@Controller()
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly address: PublicAddress,
  ) {}

  /** The open meetings as a calendar to subscribe to (iCalendar): the same for everybody, at most the latest 5,000. */
  @Get('hearings.ics')
  @Public('hearings:read')
  @ApiPublishes({ type: CALENDAR, problems: [400, 429] })
  async getHearingsCalendar(
    @Query() query: HearingsCalendarQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return answer(await this.calendar.all(query, this.address.of(request)), CALENDAR, response);
  }

  /** One open meeting as a calendar of its own. */
  @Get('hearings/:hearingId.ics')
  @Public('hearings:read')
  @ApiPublishes({ type: CALENDAR, problems: [400, 404, 429] })
  async getHearingCalendar(
    @UuidParam('hearingId') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return answer(await this.calendar.one(id, this.address.of(request)), CALENDAR, response);
  }
}
