import { Check, Entity, ForeignKey, Index, PrimaryColumn, Column } from 'typeorm';
import { Zone } from './zone.entity.js';

/** A county and the one zone it lies in. Read by whoever reads the zone. */
@Entity('zone_county')
@Check('zone_county_fips', `fips ~ '^06[0-9]{3}$'`)
@Index('zone_county_by_zone', ['zoneId', 'fips'])
export class ZoneCounty {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'zone_county_pk' })
  fips: string;

  @Column('uuid')
  @ForeignKey(() => Zone, { name: 'zone_county_zone', onDelete: 'CASCADE' })
  zoneId: string;
}
