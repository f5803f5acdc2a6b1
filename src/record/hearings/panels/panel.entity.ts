import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { Hearing } from '../hearing/hearing.entity.js';
import { HearingPart } from '../parts/hearing-part.entity.js';

/** Witnesses who are heard together. */
@Entity('panel')
@Index('panel_hearing', ['hearingId', 'ordinal', 'id'])
export class Panel extends HearingPart {
  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'panel_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => AgendaItem, { name: 'panel_agenda_item', onDelete: 'SET NULL' })
  agendaItemId: string | null;

  @Column('integer')
  ordinal: number;

  @Column('text')
  title: string;
}
