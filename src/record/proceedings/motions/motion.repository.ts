import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { PartRepository, type PartRow } from '#src/record/hearings/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { MotionKind, MotionOutcome } from './motion-kind.js';
import { Motion } from './motion.entity.js';
import type { NamedVote } from './voting/roll-call.policy.js';
import { Vote } from './voting/vote.entity.js';
import type { Tally, Threshold, VoteBase } from './voting/vote-policy.js';

export interface VoteRow extends NamedVote {
  name: string;
}

export interface MotionRow extends PartRow {
  kind: MotionKind;
  text: string;
  closed: boolean;
  /** The item's, or the hearing's. */
  matterId: string | null;
  agendaItemId: string | null;
  sessionId: string | null;
  movedBy: { id: string; name: string } | null;
  secondedBy: { id: string; name: string } | null;
  movedAt: Date;
  threshold: Threshold;
  voteOf: VoteBase;
  outcome: MotionOutcome;
  votedAt: Date | null;
  withdrawnReason: string | null;
  /** How many of each; null: no vote was taken. */
  tally: Tally | null;
  /** By name. */
  votes: VoteRow[];
}

/** What a motion takes from the item it is moved at. */
export interface ItemOfMotion {
  closed: boolean;
  matterId: string | null;
}

const CHOICES = ['aye', 'no', 'abstain', 'recused', 'absent']
  .map((choice) => `'${choice}', count(*) filter (where v.choice = '${choice}')`)
  .join(', ');

const person = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

// People, items and sessions through the joins, since what the caller may not see is nothing to tell.
const COLUMNS = `x.kind, x.text, x.own_audience = 'chamber' as closed, x.matter_id as "matterId", i.id as "agendaItemId", s.id as "sessionId",
  ${person('m')} as "movedBy", ${person('n')} as "secondedBy", x.moved_at as "movedAt", x.threshold,
  x.vote_of as "voteOf", x.outcome, x.voted_at as "votedAt", x.withdrawn_reason as "withdrawnReason",
  case when x.voted_at is not null then
    (select json_build_object(${CHOICES}) from vote v where v.motion_id = x.id) end as tally,
  (select coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'choice', v.choice)
            order by p.name, p.id), '[]')
     from vote v join person p on p.id = v.person_id where v.motion_id = x.id) as votes`;

const JOINS = `left join agenda_item i on i.id = x.agenda_item_id left join hearing_session s on s.id = x.session_id
  left join person m on m.id = x.moved_by left join person n on n.id = x.seconded_by`;

@Injectable()
export class MotionRepository extends PartRepository<Motion, MotionRow> {
  constructor(gate: Gate) {
    super(gate, { entity: Motion, table: 'motion', columns: COLUMNS, joins: JOINS });
  }

  async item(hearingId: string, id: string): Promise<ItemOfMotion | null> {
    const readable = this.gate.readable('i', 3);
    const [row] = await this.gate.rows<ItemOfMotion & Record<string, unknown>>({
      name: `motion.item ${readable.form}`,
      text: `select i.closed, i.matter_id as "matterId" from agenda_item i
              where i.hearing_id = $1 and i.id = $2 and ${readable.sql}`,
      values: [hearingId, id, ...readable.values],
    });
    return row ?? null;
  }

  async insertVotes(motionId: string, votes: readonly NamedVote[]): Promise<void> {
    await currentManager().insert(
      Vote,
      votes.map(({ personId, choice }) => ({ motionId, personId, choice })),
    );
  }
}
