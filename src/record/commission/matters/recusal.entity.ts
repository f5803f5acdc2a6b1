import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import { Person } from '../people/person.entity.js';
import { Matter } from './matter.entity.js';

/** A person steps back from a matter. The database copies it to where the gate reads, for the person's account. */
@Entity('recusal')
@Check('recusal_order', 'ends_at > starts_at')
@Check('recusal_matter_given', 'matter_id is not null')
@Exclusion(
  'recusal_once',
  `using gist (person_id access.gist_uuid_ops with =, matter_id access.gist_uuid_ops with =, tstzrange(starts_at, ends_at) with &&)`,
)
@ForeignKey(() => Matter, ['matterId'], ['id'], { name: 'recusal_matter' })
@Index('recusal_by_person', ['personId', 'startsAt', 'id'])
@Index('recusal_by_matter', ['matterId'])
export class Recusal extends Labelled {
  @Column('uuid')
  @ForeignKey(() => Person, { name: 'recusal_person' })
  personId: string;

  @Column('text')
  reason: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  startsAt: Date;

  /** null: open. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endsAt: Date | null;
}
