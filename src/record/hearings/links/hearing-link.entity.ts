import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Hearing } from '../hearing/hearing.entity.js';
import { HearingPart } from '../parts/hearing-part.entity.js';
import { Witness } from '../witnesses/witness.entity.js';
import type { LinkRelation } from './link-relation.js';

/** A name or a place that the hearing, or a paper of it, has in another system. Where a witness is hidden, so is what is theirs. */
@Entity('hearing_link')
@Check(
  'hearing_link_relation',
  `relation in ('identifier', 'body', 'document', 'video', 'transcript', 'related')`,
)
@Check('hearing_link_says', 'coalesce(identifier, title, url) is not null')
@Index('hearing_link_hearing', ['hearingId', 'ordinal', 'id'])
@Index('hearing_link_witness', ['witnessId'])
@Index('hearing_link_identifier', ['scheme', 'identifier'])
export class HearingLink extends HearingPart {
  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'hearing_link_hearing_key', onDelete: 'CASCADE' })
  hearingId: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Witness, { name: 'hearing_link_witness_key', onDelete: 'CASCADE' })
  witnessId: string | null;

  @Column('integer')
  ordinal: number;

  @Column('text')
  relation: LinkRelation;

  /** Whose number it is: `congress.gov/event`, `us/bill`. */
  @Column({ type: 'text', nullable: true })
  scheme: string | null;

  @Column({ type: 'text', nullable: true })
  identifier: string | null;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Column({ type: 'text', nullable: true })
  url: string | null;

  /** What kind of document: `Witness Statement`. */
  @Column({ type: 'text', nullable: true })
  documentType: string | null;

  /** `PDF`. */
  @Column({ type: 'text', nullable: true })
  format: string | null;
}
