import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { PartRepository, type PartRow } from '../parts/part.repository.js';
import { HearingSession } from './session.entity.js';

export interface SessionRow extends PartRow {
  name: string;
  placeId: string | null;
  closed: boolean;
  authority: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  openedAt: Date | null;
  adjournedAt: Date | null;
  reportedOut: string | null;
  /** Of the hearing, to compare its days with. */
  hearingStartsAt: Date;
  hearingEndsAt: Date | null;
  timeZone: string;
}

@Injectable()
export class SessionRepository extends PartRepository<HearingSession, SessionRow> {
  constructor(gate: Gate) {
    super(gate, {
      entity: HearingSession,
      table: 'hearing_session',
      // Through the join, since the id of a place that the caller may not see is nothing to tell.
      columns: `x.name, p.id as "placeId", x.closed, x.authority, x.starts_at as "startsAt", x.ends_at as "endsAt", x.opened_at as "openedAt", x.adjourned_at as "adjournedAt",
                x.reported_out as "reportedOut", h.starts_at as "hearingStartsAt",
                h.ends_at as "hearingEndsAt", h.time_zone as "timeZone"`,
      joins: 'join hearing h on h.id = x.hearing_id left join hearing_place p on p.id = x.place_id',
    });
  }
}
