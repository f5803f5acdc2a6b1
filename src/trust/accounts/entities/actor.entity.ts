import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Whoever acts: a person, or a machine with a key. */
@Entity('actor')
@Check('actor_kind', `kind in ('person', 'machine')`)
export class ActorRecord {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()', primaryKeyConstraintName: 'actor_pk' })
  id: string;

  @Column('text')
  kind: 'person' | 'machine';

  @Column('text')
  name: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
