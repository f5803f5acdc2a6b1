import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often somebody tried, as `rate-limiter-flexible` counts; over all processes. */
@Entity('throttle')
export class Throttle {
  @PrimaryColumn('varchar', { length: 255, primaryKeyConstraintName: 'throttle_pk' })
  key: string;

  @Column({ type: 'integer', default: 0 })
  points: number;

  /** Milliseconds since 1970. */
  @Column({ type: 'bigint', nullable: true })
  expire: string | null;
}
