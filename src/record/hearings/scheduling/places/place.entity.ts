import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Hearing } from '../../hearing/hearing.entity.js';
import { HearingPart } from '../../parts/hearing-part.entity.js';
import type { PlaceKind } from './place-kind.js';

/** One change after the notice, with the way there as it was announced before. */
export interface PlaceChange {
  readonly at: string;
  readonly reason: string;
  readonly fields: readonly string[];
  /** null: the place was added, or was a closed room, which is nobody's to know once it is open. */
  readonly before: PlaceAsTold | null;
}

export interface PlaceAsTold {
  readonly name: string;
  readonly room: string | null;
  readonly address: string | null;
  readonly url: string | null;
  readonly dialIn: string | null;
}

/** Where a hearing takes place beside its venue: a further room, a place on the line, a link. */
@Entity('hearing_place')
@Check('hearing_place_kind', `kind in ('room', 'teleconference', 'remote')`)
@Check('hearing_place_url', `url like 'https://%'`)
@Index('hearing_place_hearing', ['hearingId', 'ordinal', 'id'])
export class HearingPlace extends HearingPart {
  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'hearing_place_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @Column('integer')
  ordinal: number;

  @Column('text')
  kind: PlaceKind;

  @Column('text')
  name: string;

  @Column({ type: 'text', nullable: true })
  room: string | null;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Column({ type: 'text', nullable: true })
  accessibility: string | null;

  @Column({ type: 'text', nullable: true })
  parking: string | null;

  @Column({ type: 'text', nullable: true })
  url: string | null;

  @Column({ type: 'text', nullable: true })
  dialIn: string | null;

  @Column({ type: 'boolean', default: true })
  publicAccess: boolean;

  /** The room of a closed session: the commission's own. */
  @Column({ type: 'boolean', default: false })
  closed: boolean;

  /** Announced, and then given up. */
  @Column({ type: 'boolean', default: false })
  withdrawn: boolean;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  changes: readonly PlaceChange[];
}
