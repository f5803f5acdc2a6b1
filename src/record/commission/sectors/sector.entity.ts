import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';

/** A part of society that is to have a seat on the commission. It ends, and is never removed. */
@Entity('sector')
@Unique('sector_key', ['key'])
@Check('sector_days', 'ended_on >= started_on')
@Index('sector_name', ['name', 'id'])
export class Sector extends Labelled {
  /** What filters and files name it by: `child-welfare`. */
  @Column('text')
  key: string;

  @Column('text')
  name: string;

  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Column({ type: 'date', nullable: true })
  startedOn: string | null;

  /** Its last day; null: it goes on. */
  @Column({ type: 'date', nullable: true })
  endedOn: string | null;
}
