import { Check, Column, Entity, Exclusion, ForeignKey, Index, Unique } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Sector } from '../../sectors/sector.entity.js';
import type { Office, PostKind } from './post-kind.js';

/** What somebody can hold: a seat with a vote, an office beside it, a position of the staff. */
@Entity('post')
@Check('post_kind', `kind in ('seat', 'office', 'staff')`)
@Check('post_office', `office in ('chair', 'vice_chair')`)
@Check('post_office_kind', `office is null or kind = 'office'`)
@Check('post_sector_kind', `sector_id is null or kind = 'seat'`)
@Check('post_days', 'ends_on >= starts_on')
@Unique('post_of_kind', ['id', 'kind'])
@Exclusion(
  'post_one_chair',
  `using gist (office access.gist_text_ops with =, daterange(starts_on, ends_on, '[]') with &&) where (office = 'chair')`,
)
@Index('post_label', ['label', 'id'])
export class Post extends Labelled {
  @Column('text')
  kind: PostKind;

  /** Of an office that presides. */
  @Column({ type: 'text', nullable: true })
  office: Office | null;

  @Column('text')
  label: string;

  /** The part of society that the seat is for. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Sector, { name: 'post_sector' })
  sectorId: string | null;

  /** The organisation that appoints to it. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Organisation, { name: 'post_organisation' })
  fillableById: string | null;

  /** The first day it is provided for. */
  @Column('date')
  startsOn: string;

  /** The last one, inclusive; null: open. */
  @Column({ type: 'date', nullable: true })
  endsOn: string | null;
}
