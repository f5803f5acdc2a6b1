import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type {
  ClosedSessionFact,
  HearingFact,
  ItemFact,
  MotionFact,
  PlaceFact,
  SessionFact,
  StepFact,
  WitnessFact,
} from './facts.js';

/** Which rows: all that the caller reads, or of those what was taken behind closed doors. */
export type Part = 'read' | 'closed';

export interface FactsRow extends HearingFact {
  commission: string;
  places: PlaceFact[];
  items: ItemFact[];
  witnesses: WitnessFact[];
  motions: MotionFact[];
  sessions: SessionFact[];
  steps: StepFact[];
}

type Written<T> = { [K in keyof T]: T[K] extends Date | null ? string | Extract<T[K], null> : T[K] };

interface FactsAnswer extends Omit<FactsRow, 'sessions' | 'steps'> {
  sessions: Written<SessionFact>[];
  steps: Written<StepFact>[];
  [column: string]: unknown;
}

const CLOSED_HEARING = `h.kind in ('closed_session', 'stakeholder_interview')`;

/**
 * A hearing behind closed doors is closed throughout; of another, what wears a narrower label than the hearing may. A
 * closed session is never among the open ones, although everybody may read it once it was reported out.
 */
const WHICH: Readonly<Record<Part, { parts: string; sessions: string }>> = {
  read: { parts: 'true', sessions: 'not x.closed' },
  closed: {
    parts: `(${CLOSED_HEARING} or x.own_audience = 'chamber')`,
    sessions: `(${CLOSED_HEARING} or x.closed)`,
  },
};

/** What a member is recused from is told where the caller reads that matter. */
const VOTES = `select coalesce(json_agg(json_build_object('name', p.name, 'choice', v.choice, 'matter', t.title)
    order by p.name, p.id), '[]')
  from vote v left join person p on p.id = v.person_id left join matter t on t.id = x.matter_id
 where v.motion_id = x.id`;

@Injectable()
export class FactsRepository {
  constructor(private readonly gate: Gate) {}

  /** What is recorded of a hearing, as the current actor reads it, in one statement; null where they read none of it. */
  async find(hearingId: string, part: Part): Promise<FactsRow | null> {
    const hearing = this.gate.readable('h', 2);
    const readable = this.gate.readable('x', 2).sql;
    const x = `${readable} and ${WHICH[part].parts}`;
    const session = `${readable} and ${WHICH[part].sessions}`;
    const [row] = await this.gate.rows<FactsAnswer>({
      name: `minutes.facts ${part} ${hearing.form}`,
      text: `select h.kind, h.title, h.starts_at as "startsAt", h.ends_at as "endsAt", h.time_zone as "timeZone",
          h.venue_name as "venueName", h.venue_address as "venueAddress", c.name as commission,
          (select coalesce(json_agg(json_build_object('kind', x.kind, 'name', x.name, 'address', x.address)
                    order by x.ordinal, x.id), '[]')
             from hearing_place x where x.hearing_id = h.id and not x.withdrawn and ${x}) as places,
          (select coalesce(json_agg(json_build_object('id', x.id, 'title', x.title, 'consent', x.consent,
                    'authority', x.authority, 'exceptionCitation', x.exception_citation,
                    'exceptionReason', x.exception_reason) order by x.ordinal, x.id), '[]')
             from agenda_item x where x.hearing_id = h.id and ${x}) as items,
          (select coalesce(json_agg(json_build_object('itemId', coalesce(x.agenda_item_id, p.agenda_item_id),
                    'name', x.name, 'position', x.position, 'organisation', x.organisation, 'mode', x.mode,
                    'oath', x.oath_kind, 'compelled', x.compelled) order by x.ordinal, x.id), '[]')
             from witness x left join panel p on p.id = x.panel_id
            where x.hearing_id = h.id and x.status = 'heard' and ${x}) as witnesses,
          (select coalesce(json_agg(json_build_object('itemId', x.agenda_item_id, 'text', x.text, 'mover', mover.name,
                    'seconder', seconder.name, 'outcome', x.outcome, 'withdrawnReason', x.withdrawn_reason,
                    'votes', (${VOTES})) order by x.ordinal, x.id), '[]')
             from motion x left join person mover on mover.id = x.moved_by
             left join person seconder on seconder.id = x.seconded_by
            where x.hearing_id = h.id and ${x}) as motions,
          (select coalesce(json_agg(json_build_object('name', x.name, 'openedAt', x.opened_at,
                    'adjournedAt', x.adjourned_at) order by x.opened_at, x.ordinal, x.id), '[]')
             from hearing_session x where x.hearing_id = h.id and ${session}) as sessions,
          (select coalesce(json_agg(json_build_object('to', s.to_status, 'at', s.changed_at, 'reason', s.reason)
                    order by s.number), '[]')
             from hearing_status_change s where s.hearing_id = h.id) as steps
        from hearing h cross join commission c where h.id = $1 and ${hearing.sql}`,
      values: [hearingId, ...hearing.values],
    });
    return row ? { ...row, sessions: row.sessions.map(sessionOf), steps: row.steps.map(stepOf) } : null;
  }

  /**
   * The one thing behind closed doors that the open minutes tell of: four columns, of which the law asks that they be
   * told (Gov. Code 11126.3). Neither the session's name nor anything that was said in it.
   */
  async closedSessions(hearingId: string): Promise<ClosedSessionFact[]> {
    const readable = this.gate.readable('x', 2);
    return this.gate.rows<ClosedSessionFact & Record<string, unknown>>({
      name: `minutes.closed-sessions ${readable.form}`,
      text: `select x.authority, x.opened_at as "openedAt", x.adjourned_at as "adjournedAt", x.reported_out as "reportedOut"
               from hearing_session x
              where x.hearing_id = $1 and x.closed and x.opened_at is not null and ${readable.sql}
              order by x.opened_at, x.ordinal`,
      values: [hearingId, ...readable.values],
    });
  }
}

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

const sessionOf = ({ name, openedAt, adjournedAt }: Written<SessionFact>): SessionFact => ({
  name,
  openedAt: moment(openedAt),
  adjournedAt: moment(adjournedAt),
});

const stepOf = ({ to, at, reason }: Written<StepFact>): StepFact => ({ to, at: new Date(at), reason });
