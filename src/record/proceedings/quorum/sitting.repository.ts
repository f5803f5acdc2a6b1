import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type { PresenceFact, SessionFact, SittingRow } from './sitting-row.js';

type Written<T> = { [K in keyof T]: T[K] extends Date | null ? string | Extract<T[K], null> : T[K] };
type SittingAnswer = Omit<SittingRow, 'presences' | 'sessions'> & {
  presences: Written<PresenceFact>[];
  sessions: Written<SessionFact>[];
};

@Injectable()
export class SittingRepository {
  constructor(private readonly gate: Gate) {}

  /** A hearing with who was there and when it sat, in one statement. */
  async find(hearingId: string): Promise<SittingRow | null> {
    const readable = this.gate.readable('h', 2);
    const session = this.gate.readable('s', 2);
    // What a clerk noted of somebody's coming and going is the desk's.
    const desk = this.gate.isDesk();
    const [row] = await this.gate.rows<SittingAnswer & Record<string, unknown>>({
      name: `sitting.find ${desk ? 'desk' : 'others'} ${readable.form}`,
      text: `select h.status, h.starts_at as "startsAt", h.ends_at as "endsAt",
          (select coalesce(json_agg(json_build_object('personId', a.person_id, 'arrivedAt', a.arrived_at,
                    'leftAt', a.left_at, 'mode', a.mode, 'place', a.place, 'note', ${desk ? 'a.note' : 'null'})
                    order by a.person_id, a.arrived_at), '[]')
             from attendance a join person p on p.id = a.person_id where a.hearing_id = h.id) as presences,
          (select coalesce(json_agg(json_build_object('id', s.id, 'closed', s.closed, 'openedAt', s.opened_at,
                    'adjournedAt', s.adjourned_at) order by s.opened_at, s.id), '[]')
             from hearing_session s
            where s.hearing_id = h.id and s.opened_at is not null and ${session.sql}) as sessions
        from hearing h where h.id = $1 and ${readable.sql}`,
      values: [hearingId, ...readable.values],
    });
    return row
      ? { ...row, presences: row.presences.map(asPresence), sessions: row.sessions.map(asSession) }
      : null;
  }
}

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

const asPresence = (fact: Written<PresenceFact>): PresenceFact => ({
  ...fact,
  arrivedAt: new Date(fact.arrivedAt),
  leftAt: moment(fact.leftAt),
});

const asSession = (fact: Written<SessionFact>): SessionFact => ({
  ...fact,
  openedAt: new Date(fact.openedAt),
  adjournedAt: moment(fact.adjournedAt),
});
