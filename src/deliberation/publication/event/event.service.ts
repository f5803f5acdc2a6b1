import { Injectable } from '@nestjs/common';
import { PublicMeetings } from '../shared/public-meetings.js';
import { tagOf, type TaggedText } from '../shared/tagged-text.js';
import { meetingEvent } from './meeting-event-ld.js';

@Injectable()
export class EventService {
  constructor(private readonly meetings: PublicMeetings) {}

  /** @throws DomainError 404 also when it is readable to the caller, but no meeting that anybody may attend */
  async one(id: string, address: string): Promise<TaggedText> {
    const { digest, commission, meeting } = await this.meetings.one(id);
    return {
      tag: tagOf(digest, address, process.versions['tz'] ?? process.version),
      text: JSON.stringify(meetingEvent(meeting, commission, address)),
    };
  }
}
