import { Check, Column, Entity } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import type { LegalProfile } from './legal-profile.js';

/** The one row's id; its migration made it. */
export const COMMISSION_ID = 'c0000000-0000-4000-8000-000000000001';

/** The commission whose record this is: one an installation. */
@Entity('commission')
@Check('commission_one', `id = '${COMMISSION_ID}'`)
@Check('commission_legal_profile', `legal_profile in ('none', 'bagley_keene', 'brown')`)
@Check('commission_quorum', 'quorum >= 1')
@Check('commission_days', 'dissolved_on >= founded_on')
export class Commission extends Labelled {
  @Column('text')
  name: string;

  @Column({ type: 'text', nullable: true })
  mandate: string | null;

  @Column({ type: 'date', nullable: true })
  foundedOn: string | null;

  @Column({ type: 'date', nullable: true })
  dissolvedOn: string | null;

  @Column({ type: 'text', default: 'none' })
  legalProfile: LegalProfile;

  /** null: more than half of the seats. */
  @Column({ type: 'integer', nullable: true })
  quorum: number | null;

  /** IANA: the commission's days begin and end in it. */
  @Column({ type: 'text', default: 'America/Los_Angeles' })
  timeZone: string;

  @Column({ type: 'text', default: 'en' })
  language: string;
}
