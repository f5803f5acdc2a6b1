import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Hearing } from '../../hearing/hearing.entity.js';

/** A commissioner who is to sit at a hearing. Read by whoever reads the hearing and the person. */
@Entity('roster_entry')
@Index('roster_entry_by_person', ['personId', 'hearingId'])
export class RosterEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'roster_entry_pk' })
  @ForeignKey(() => Hearing, { name: 'roster_entry_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'roster_entry_pk' })
  personId: string;

  /** In the order in which they were named. */
  @Column('integer')
  ordinal: number;
}
