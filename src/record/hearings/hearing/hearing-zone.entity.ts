import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Hearing } from './hearing.entity.js';

/** A zone that a hearing serves. Read by whoever reads the hearing. */
@Entity('hearing_zone')
@Index('hearing_zone_by_zone', ['zoneId', 'hearingId'])
export class HearingZone {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hearing_zone_pk' })
  @ForeignKey(() => Hearing, { name: 'hearing_zone_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hearing_zone_pk' })
  zoneId: string;
}
