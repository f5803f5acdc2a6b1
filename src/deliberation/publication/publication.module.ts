import { Module } from '@nestjs/common';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarService } from './calendar/calendar.service.js';
import { EventController } from './event/event.controller.js';
import { EventService } from './event/event.service.js';
import { FeedController } from './feed/feed.controller.js';
import { FeedService } from './feed/feed.service.js';
import { PublicChangesRepository } from './feed/public-changes.repository.js';
import { PublicAddress } from './shared/public-address.js';
import { PublicMeetings } from './shared/public-meetings.js';
import { PublicMeetingsRepository } from './shared/public-meetings.repository.js';

@Module({
  controllers: [CalendarController, FeedController, EventController],
  providers: [
    CalendarService,
    FeedService,
    EventService,
    PublicAddress,
    PublicMeetings,
    PublicMeetingsRepository,
    PublicChangesRepository,
  ],
})
export class PublicationModule {}
