import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { Hearing } from '../hearing/hearing.entity.js';
import { Panel } from '../panels/panel.entity.js';
import { HearingPart } from '../parts/hearing-part.entity.js';
import type { OathKind, WitnessMode, WitnessStatus } from './witness-status.js';

/** Somebody who is to be heard, under the name and office they are heard with. Never a survivor of a consultation. */
@Entity('witness')
@Check('witness_mode', `mode in ('in_person', 'remote', 'written')`)
@Check('witness_status', `status in ('invited', 'confirmed', 'declined', 'heard', 'withdrawn')`)
@Check('witness_oath', `oath_kind in ('sworn', 'affirmed')`)
@Check('witness_oath_whole', 'num_nulls(oath_kind, oath_administered_by, oath_at) in (0, 3)')
@Check('witness_allotted', 'minutes_allotted > 0')
@Check('witness_used', 'seconds_used >= 0')
@Index('witness_sector', ['sectorId'])
@Index('witness_hearing', ['hearingId', 'ordinal', 'id'])
export class Witness extends HearingPart {
  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'witness_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Panel, { name: 'witness_panel', onDelete: 'SET NULL' })
  panelId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => AgendaItem, { name: 'witness_agenda_item', onDelete: 'SET NULL' })
  agendaItemId: string | null;

  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'uuid', nullable: true })
  sectorId: string | null;

  @Column('integer')
  ordinal: number;

  @Column('text')
  name: string;

  @Column({ type: 'text', nullable: true })
  position: string | null;

  @Column({ type: 'text', nullable: true })
  organisation: string | null;

  @Column({ type: 'text', default: 'in_person' })
  mode: WitnessMode;

  /** Set by hand, where it is known that they were sworn and not by whom. */
  @Column({ type: 'boolean', default: false })
  sworn: boolean;

  @Column({ type: 'text', nullable: true })
  oathKind: OathKind | null;

  @Column({ type: 'text', nullable: true })
  oathAdministeredBy: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  oathAt: Date | null;

  @Column({ type: 'boolean', default: false })
  compelled: boolean;

  @Column({ type: 'text', nullable: true })
  language: string | null;

  /** The language that an interpreter is to speak for them; null: they need none. */
  @Column({ type: 'text', nullable: true })
  interpreterLanguage: string | null;

  @Column({ type: 'integer', nullable: true })
  minutesAllotted: number | null;

  @Column({ type: 'integer', nullable: true })
  secondsUsed: number | null;

  @Column({ type: 'text', default: 'invited' })
  status: WitnessStatus;
}
