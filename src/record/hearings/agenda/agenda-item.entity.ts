import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Hearing } from '../hearing/hearing.entity.js';
import { HearingPart } from '../parts/hearing-part.entity.js';

@Entity('agenda_item')
@Check('agenda_item_minutes', 'estimated_minutes > 0')
@Check('agenda_item_exception', '(exception_citation is null) = (exception_reason is null)')
@Index('agenda_item_hearing', ['hearingId', 'ordinal', 'id'])
export class AgendaItem extends HearingPart {
  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'agenda_item_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @Column('integer')
  ordinal: number;

  @Column('text')
  title: string;

  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Column({ type: 'boolean', default: false })
  closed: boolean;

  /** The law that lets it be closed. */
  @Column({ type: 'text', nullable: true })
  authority: string | null;

  @Column({ type: 'integer', nullable: true })
  estimatedMinutes: number | null;

  /** Taken together with the others of its kind, unless somebody asks for it. */
  @Column({ type: 'boolean', default: false })
  consent: boolean;

  /** The law under which it was added or changed after the notice. */
  @Column({ type: 'text', nullable: true })
  exceptionCitation: string | null;

  @Column({ type: 'text', nullable: true })
  exceptionReason: string | null;
}
