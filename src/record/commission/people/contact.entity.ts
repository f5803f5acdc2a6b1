import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import { Person } from './person.entity.js';

/** Where a person is reached: the desk's, however public they are. */
@Entity('person_contact')
@Unique('person_contact_one', ['personId'])
export class PersonContact extends Labelled {
  @Column('uuid')
  @ForeignKey(() => Person, { name: 'person_contact_person' })
  personId: string;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;
}
