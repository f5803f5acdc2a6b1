import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type { OpenHearing, OpenRequest, SilentSession } from './due.policy.js';

/** One statement's answer: what stands open, each with its source. */
export type OpenRow = { source: string } & (
  | ({ source: 'hearing' } & OpenHearing)
  | ({ source: 'request' } & OpenRequest)
  | ({ source: 'session' } & SilentSession)
);

/** The most of each source that is looked at: a window of a busy decade, and the server still answers. */
const MOST = 5_000;

@Injectable()
export class DueRepository {
  constructor(private readonly gate: Gate) {}

  /**
   * What stands open of hearings that start in a window, of the requests and the closed sessions whose day lies in it.
   * The window of hearings is wider than that of deadlines: the deadlines are reckoned afterwards.
   */
  open(from: Date, to: Date, of: { readonly startFrom: Date; readonly startTo: Date }): Promise<OpenRow[]> {
    const hearing = this.gate.readable('h', 5);
    const next = 5 + hearing.values.length;
    const request = this.gate.readable('r', next);
    const session = this.gate.readable('s', next + request.values.length);
    return this.gate.rows<OpenRow>({
      name: `due.open ${hearing.form}`,
      text: `
        (select 'hearing' as source, ${OF_HEARING}, h.status, h.starts_at as "startsAt", h.ends_at as "endsAt",
                (select min(n.starts_at) from hearing n
                  where h.status = 'minutes_draft' and n.starts_at > coalesce(h.ends_at, h.starts_at)
                    and n.status not in ('draft', 'postponed', 'cancelled')) as "nextStartsAt",
                null::uuid as "subjectId", null::text as "dueOn", null::timestamptz as "adjournedAt"
           from hearing h
          where h.starts_at between $3 and $4 and ${hearing.sql}
            and h.status in ('draft', 'noticed', 'rescheduled', 'postponed', 'adjourned', 'minutes_draft')
          order by h.starts_at limit ${MOST})
        union all
        (select 'request', ${OF_HEARING}, null, null, null, null, r.id, r.due_on::text, null
           from hearing_request r join hearing h on h.id = r.hearing_id
          where r.status = 'received' and r.due_on between $1::date - 1 and $2::date + 1
            and h.status <> 'cancelled' and ${hearing.sql} and ${request.sql}
          order by r.due_on limit ${MOST})
        union all
        (select 'session', ${OF_HEARING}, null, null, null, null, s.id, null, s.adjourned_at
           from hearing_session s join hearing h on h.id = s.hearing_id
          where s.closed and s.reported_out is null and s.adjourned_at between $1::timestamptz - interval '2 days' and $2
            and ${hearing.sql} and ${session.sql}
          order by s.adjourned_at limit ${MOST})`,
      values: [from, to, of.startFrom, of.startTo, ...hearing.values, ...request.values, ...session.values],
    });
  }
}

const OF_HEARING = 'h.id as "hearingId", h.title, h.kind, h.time_zone as "timeZone"';
