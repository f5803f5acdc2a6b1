import { Injectable } from '@nestjs/common';
import { notFound } from '#src/foundation/common/index.js';
import type { PublicMeeting } from './public-meeting.js';
import { PublicMeetingsRepository } from './public-meetings.repository.js';

export interface MeetingRead {
  readonly digest: string;
  readonly commission: string;
  readonly meeting: PublicMeeting;
}

@Injectable()
export class PublicMeetings {
  constructor(private readonly repository: PublicMeetingsRepository) {}

  /** @throws DomainError 404 also when it is readable to the caller, but no meeting that anybody may attend */
  async one(id: string): Promise<MeetingRead> {
    const filter = { id, startsFrom: null, startsBefore: null, zoneId: null, zoneNumber: null };
    const { digest, commission, meetings } = await this.repository.read(filter, null);
    const [meeting] = meetings ?? [];
    if (!meeting) throw notFound('HEARING_NOT_FOUND', 'hearing');
    return { digest, commission, meeting };
  }
}
