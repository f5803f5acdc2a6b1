import { Module } from '@nestjs/common';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarService } from './calendar/calendar.service.js';
import { PublicAddress } from './shared/public-address.js';
import { PublicMeetingsRepository } from './shared/public-meetings.repository.js';

@Module({
  controllers: [CalendarController],
  providers: [CalendarService, PublicAddress, PublicMeetingsRepository],
})
export class PublicationModule {}
