import { Check, Column, Entity, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import type { HearingKind } from '../hearing/hearing-kind.js';

/** What the commission promised to hold of one kind: its own plan, to be seen against what it held. */
@Entity('plan_item')
@Check(
  'plan_item_kind',
  `kind in ('public_hearing', 'regional_summit', 'closed_session', 'stakeholder_interview')`,
)
@Check('plan_item_promised', 'promised >= 1')
@Check('plan_item_held', 'held >= 0 and (held is null or kind is null)')
@Index('plan_item_label', ['label', 'id'])
export class PlanItem extends Labelled {
  @Column('text')
  label: string;

  /** The hearings that keep the promise; null: none do, and what was held is counted by hand. */
  @Column({ type: 'text', nullable: true })
  kind: HearingKind | null;

  @Column('integer')
  promised: number;

  /** By hand, where no kind of hearing counts. */
  @Column({ type: 'integer', nullable: true })
  held: number | null;

  /** The last day by which it was promised. */
  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;
}
