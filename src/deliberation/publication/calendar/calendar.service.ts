import { Injectable } from '@nestjs/common';
import { hearingUrl, PublicAddress } from '../shared/public-address.js';
import type { MeetingFilter, PublicMeeting } from '../shared/public-meeting.js';
import { PublicMeetings } from '../shared/public-meetings.js';
import { PublicMeetingsRepository } from '../shared/public-meetings.repository.js';
import { Rendered } from '../shared/rendered.js';
import { tagOf, type TaggedText } from '../shared/tagged-text.js';
import { type CalendarRange, filterOf, isWithin } from './calendar.policy.js';
import { calendarText } from './calendar-text.js';

@Injectable()
export class CalendarService {
  private readonly rendered = new Rendered();

  constructor(
    private readonly meetings: PublicMeetings,
    private readonly repository: PublicMeetingsRepository,
    private readonly address: PublicAddress,
  ) {}

  /** The calendar of open meetings, the same for everybody. `address` is the server's, without a slash at its end. */
  all(range: CalendarRange, address: string): Promise<TaggedText> {
    const key = JSON.stringify([range.zone, range.from, range.to, address]);
    const isAsked = (meeting: PublicMeeting) => isWithin(range, meeting);
    return this.text(key, filterOf(range, new Date()), address, isAsked);
  }

  /** @throws DomainError 404 also when it is readable to the caller, but no meeting that anybody may attend */
  async one(id: string, address: string): Promise<TaggedText> {
    const { digest, commission, meeting } = await this.meetings.one(id);
    return this.render(digest, commission, [meeting], address);
  }

  private async text(
    key: string,
    filter: MeetingFilter,
    address: string,
    isAsked: (meeting: PublicMeeting) => boolean,
  ): Promise<TaggedText> {
    const kept = this.rendered.get(key);
    const read = await this.repository.read(filter, kept?.digest ?? null);
    if (kept && read.meetings === null) return kept;
    const made = this.render(read.digest, read.commission, (read.meetings ?? []).filter(isAsked), address);
    this.rendered.keep(key, { ...made, digest: read.digest });
    return made;
  }

  private render(
    digest: string,
    commission: string,
    meetings: readonly PublicMeeting[],
    address: string,
  ): TaggedText {
    const { host } = this.address;
    return {
      // The rules of the zones come from the runtime, and change with it.
      tag: tagOf(digest, address, host, process.versions['tz'] ?? process.version),
      text: calendarText(commission, meetings, (id) => ({ host, url: hearingUrl(address, id) })),
    };
  }
}
