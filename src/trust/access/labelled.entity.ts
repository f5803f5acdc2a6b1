import { Check, Column, PrimaryColumn, type ValueTransformer } from 'typeorm';
import type { Audience } from './rules/index.js';
import { AUDIENCES } from './rules/index.js';

/** null in the program, -infinity or infinity in the database. TypeORM lets a number through where it would parse a string. */
const bound = (infinite: number): ValueTransformer => ({
  to: (value: Date | null | undefined) => (value === null ? infinite : value),
  from: (value: Date | number | null) => (value instanceof Date ? value : null),
});

const ENUM = { type: 'enum', enum: AUDIENCES, enumName: 'audience' } as const;
const KEPT_BY_DATABASE = { insert: false, update: false } as const;

/**
 * Every record wears a label. A room sets its own (`own...`, from its policy's `labelOf`); what counts,
 * `audience` and its window, the database derives from it and from the parent's, and the room only reads it.
 */
@Check(
  'label_ladder',
  `case when protected then audience not in ('desk', 'chamber') and own_audience not in ('desk', 'chamber') else audience in ('nobody', 'desk', 'chamber', 'public') and own_audience in ('nobody', 'desk', 'chamber', 'public') end`,
)
export abstract class Labelled {
  /** Random (v4), made by the program: the public's inserts could not read one back. */
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id: string;

  @Column({ ...ENUM, default: 'nobody' })
  ownAudience: Audience;

  @Column({ type: 'timestamptz', precision: 3, default: () => `'-infinity'`, transformer: bound(-Infinity) })
  ownOpensAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => `'infinity'`, transformer: bound(Infinity) })
  ownClosesAt: Date | null;

  @Column({ ...ENUM, ...KEPT_BY_DATABASE, default: 'nobody' })
  audience: Audience;

  @Column({ type: 'boolean', default: true })
  protected: boolean;

  @Column({
    type: 'timestamptz',
    precision: 3,
    ...KEPT_BY_DATABASE,
    default: () => `'-infinity'`,
    transformer: bound(-Infinity),
  })
  opensAt: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    ...KEPT_BY_DATABASE,
    default: () => `'infinity'`,
    transformer: bound(Infinity),
  })
  closesAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  matterId: string | null;

  @Column({ type: 'uuid', ...KEPT_BY_DATABASE })
  rootId: string;

  @Column({ type: 'bigint', nullable: true, ...KEPT_BY_DATABASE, select: false })
  writtenIn: string | null;

  /** New at every change; the ETag. Random, so that it tells nothing of what it counts. */
  @Column({ type: 'uuid', ...KEPT_BY_DATABASE, default: () => 'gen_random_uuid()' })
  revision: string;

  @Column({ type: 'timestamptz', precision: 3, ...KEPT_BY_DATABASE, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, ...KEPT_BY_DATABASE, default: () => 'now()' })
  updatedAt: Date;
}
