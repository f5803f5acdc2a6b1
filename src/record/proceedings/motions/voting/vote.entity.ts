import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Motion } from '../motion.entity.js';
import type { VoteChoice } from './vote-policy.js';

/** How one member voted; never changed. Read by whoever reads the motion. */
@Entity('vote')
@Check('vote_choice', `choice in ('aye', 'no', 'abstain', 'recused', 'absent')`)
@Index('vote_of_person', ['personId'])
export class Vote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vote_pk' })
  @ForeignKey(() => Motion, { name: 'vote_motion', onDelete: 'CASCADE' })
  motionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vote_pk' })
  personId: string;

  @Column('text')
  choice: VoteChoice;
}
