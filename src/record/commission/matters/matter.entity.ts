import { Check, Column, Entity, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';

/** What somebody may have to step back from: a case, a contract, an organisation. It wears itself as its matter. */
@Entity('matter')
@Check('matter_own', 'matter_id is not distinct from id')
@Index('matter_title', ['title', 'id'])
export class Matter extends Labelled {
  @Column('text')
  title: string;

  @Column({ type: 'text', nullable: true })
  description: string | null;

  /** The commission's alone: a matter of closed session. */
  @Column({ type: 'boolean', default: false })
  closed: boolean;
}
