import { Check, Column, Entity, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import type { OrganisationKind } from './organisation-kind.js';

/** A body that stands beside the commission: a co-sponsor, an endorser, another that appoints. */
@Entity('organisation')
@Check('organisation_kind', `kind in ('co_sponsor', 'endorser', 'other')`)
@Check('organisation_url', `url ~ '^https?://'`)
@Check('organisation_days', 'until >= since')
@Index('organisation_name', ['name', 'id'])
export class Organisation extends Labelled {
  @Column('text')
  name: string;

  @Column('text')
  kind: OrganisationKind;

  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Column({ type: 'text', nullable: true })
  url: string | null;

  @Column({ type: 'date', nullable: true })
  since: string | null;

  /** The last day; null: it goes on. */
  @Column({ type: 'date', nullable: true })
  until: string | null;

  /** Whether the public may know of it. */
  @Column({ type: 'boolean', default: false })
  listed: boolean;
}
