import { Injectable } from '@nestjs/common';
import { actAs, Gate, PUBLIC_ACTOR } from '#src/trust/access/index.js';
import { milliseconds } from '../shared/milliseconds.js';
import type { PublicChange } from './public-change.js';

export interface ChangesRead {
  readonly digest: string;
  readonly commission: string;
  /** null: as the caller already has them. */
  readonly changes: readonly PublicChange[] | null;
}

export const MAX_CHANGES = 100;

const CHANGE = `json_build_object('id', l.id, 'hearingId', h.id, 'title', h.title, 'to', l.to_status,
  'reason', l.reason, 'startsAt', ${milliseconds(`coalesce(l.told_start, (select n.previous_starts_at from hearing_status_change n
     where n.hearing_id = h.id and n.number > l.number and n.previous_starts_at is not null
     order by n.number limit 1), h.starts_at)`)},
  'previousStartsAt', ${milliseconds('l.previous_starts_at')}, 'timeZone', h.time_zone, 'venueName', h.venue_name,
  'changedAt', ${milliseconds('l.changed_at')}, 'toldAt', ${milliseconds('l.told_at')})::text`;

/** What became of open meetings, as the public reads it, whoever asks. */
@Injectable()
export class PublicChangesRepository {
  constructor(private readonly gate: Gate) {}

  /** The latest to be told first. One statement: what is told and its digest are of one moment. */
  async latest(knownDigest: string | null): Promise<ChangesRead> {
    const [row] = await actAs(PUBLIC_ACTOR, () =>
      this.gate.rows<{ digest: string; commission: string | null; changes: PublicChange[] | null }>({
        name: 'publication.changes',
        text: this.statement(),
        values: [knownDigest],
      }),
    );
    return { digest: row!.digest, commission: row!.commission ?? '', changes: row!.changes };
  }

  private statement(): string {
    const [hearing, body] = ['h', 'b'].map((alias) => this.gate.readable(alias, 1).sql);
    const open = `${hearing} and h.kind in ('public_hearing', 'regional_summit') and h.noticed_at is not null`;
    const steps = `select c.id, c.hearing_id, c.number, c.to_status, c.reason, c.previous_starts_at, c.changed_at,
             null::timestamptz as told_start, greatest(c.changed_at, h.opens_at) as told_at
        from hearing_status_change c join hearing h on h.id = c.hearing_id
       where ${open} and c.to_status not in ('draft', 'minutes_draft')`;
    // No step of the hearing: it stays noticed. Every other notice was given with one.
    const notices = `select n.id, n.hearing_id, null::integer, n.kind, n.exception_reason, null::timestamptz, n.given_at,
             n.starts_at, greatest(n.given_at, h.opens_at) as told_at
        from hearing_notice n join hearing h on h.id = n.hearing_id where ${open} and n.kind = 'change'`;
    // Apart, since the few that an embargo held back stand in another order than their steps.
    return `with latest as materialized (
        (${steps} and h.opens_at = '-infinity' order by c.changed_at desc, c.id desc limit ${MAX_CHANGES})
        union all
        (${steps} and h.opens_at > '-infinity' order by told_at desc, c.changed_at desc, c.id desc limit ${MAX_CHANGES})
        union all
        (${notices} order by told_at desc, n.given_at desc, n.id desc limit ${MAX_CHANGES})
        order by told_at desc, changed_at desc, id desc limit ${MAX_CHANGES}),
      told as (
        select '[' || coalesce(string_agg(${CHANGE}, ',' order by l.told_at desc, l.changed_at desc, l.id desc), '') || ']'
                 as changes,
               (select b.name from commission b where ${body}) as commission
          from latest l join hearing h on h.id = l.hearing_id)
      select commission, md5(concat_ws(' ', commission, changes)) as digest,
             case when md5(concat_ws(' ', commission, changes)) is distinct from $1 then changes::json end as changes
        from told`;
  }
}
