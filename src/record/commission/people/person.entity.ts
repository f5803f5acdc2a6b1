import { Column, Entity, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';

/** Somebody who takes part in the commission's public work. Never a survivor: they have no row here. */
@Entity('person')
@Index('person_name', ['name', 'id'])
export class Person extends Labelled {
  @Column('text')
  name: string;

  /** What they are, in their own words: a title or an office. */
  @Column({ type: 'text', nullable: true })
  position: string | null;

  @Column({ type: 'text', nullable: true })
  organisation: string | null;

  /** Whether the public may know of them. */
  @Column({ type: 'boolean', default: false })
  listed: boolean;
}
