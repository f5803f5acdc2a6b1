import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';

/** Somebody who takes part in the commission's public work. Never a survivor: they have no row here. */
@Entity('person')
@Check('person_url', `url ~ '^https?://'`)
@Unique('person_account', ['actorId'])
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

  @Column({ type: 'text', nullable: true })
  givenName: string | null;

  @Column({ type: 'text', nullable: true })
  familyName: string | null;

  /** What stands before the name: Dr., Judge. */
  @Column({ type: 'text', nullable: true })
  honorific: string | null;

  @Column({ type: 'text', nullable: true })
  biography: string | null;

  @Column({ type: 'text', nullable: true })
  url: string | null;

  /** Whose account is theirs; their recusals count for it. Set by the command line alone. */
  @Column({ type: 'uuid', nullable: true, update: false, select: false })
  actorId: string | null;
}
