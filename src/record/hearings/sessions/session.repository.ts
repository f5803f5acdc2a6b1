import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { PartRepository, type PartRow } from '../parts/part.repository.js';
import { HearingSession } from './session.entity.js';

export interface SessionRow extends PartRow {
  name: string;
  closed: boolean;
  authority: string | null;
  openedAt: Date | null;
  adjournedAt: Date | null;
  reportedOut: string | null;
}

@Injectable()
export class SessionRepository extends PartRepository<HearingSession, SessionRow> {
  constructor(gate: Gate) {
    super(gate, {
      entity: HearingSession,
      table: 'hearing_session',
      columns: `x.name, x.closed, x.authority, x.opened_at as "openedAt", x.adjourned_at as "adjournedAt",
                x.reported_out as "reportedOut"`,
    });
  }
}
