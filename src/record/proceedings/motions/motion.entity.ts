import { Check, Column, Entity, Index } from 'typeorm';
import { HearingPart } from '#src/record/hearings/index.js';
import type { MotionKind, MotionOutcome } from './motion-kind.js';
import type { Threshold, VoteBase } from './voting/vote-policy.js';

/** What was moved at a hearing, and what came of it. Taken behind closed doors, it is the commission's. */
@Entity('motion')
@Check(
  'motion_kind',
  `kind in ('main', 'recess', 'adjourn', 'closed_session', 'special_meeting', 'emergency', 'approve_minutes', 'other')`,
)
@Check('motion_threshold', `threshold in ('majority', 'two_thirds', 'three_quarters', 'unanimous')`)
@Check('motion_vote_of', `vote_of in ('present', 'quorum', 'members')`)
@Check('motion_outcome', `outcome in ('pending', 'carried', 'lost', 'withdrawn')`)
@Check('motion_second', 'seconded_by <> moved_by')
@Check('motion_vote_order', 'voted_at >= moved_at')
@Check(
  'motion_decided',
  `case outcome when 'pending' then voted_at is null when 'withdrawn' then true else voted_at is not null end`,
)
@Check('motion_withdrawn', `(outcome = 'withdrawn') = (withdrawn_reason is not null)`)
@Index('motion_of_hearing', ['hearingId', 'ordinal', 'id'])
@Index('motion_of_session', ['sessionId'])
@Index('motion_of_item', ['agendaItemId'])
export class Motion extends HearingPart {
  @Column('uuid')
  hearingId: string;

  @Column({ type: 'uuid', nullable: true })
  sessionId: string | null;

  @Column({ type: 'uuid', nullable: true })
  agendaItemId: string | null;

  @Column('integer')
  ordinal: number;

  @Column('text')
  kind: MotionKind;

  @Column('text')
  text: string;

  @Column('uuid')
  movedBy: string;

  @Column({ type: 'uuid', nullable: true })
  secondedBy: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  movedAt: Date;

  @Column({ type: 'text', default: 'majority' })
  threshold: Threshold;

  /** Of whom the threshold is a share. */
  @Column({ type: 'text', default: 'present' })
  voteOf: VoteBase;

  @Column({ type: 'text', default: 'pending' })
  outcome: MotionOutcome;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  votedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  withdrawnReason: string | null;
}
