import { Check, Column, Entity, Index } from 'typeorm';
import { HearingPart } from '#src/record/hearings/index.js';
import type { SignInPosition } from './sign-in-position.js';

/** Somebody who signed in of their own will. What they did not give is not there: no column has a value by default. */
@Entity('sign_in')
@Check('sign_in_position', `position in ('for', 'against', 'other')`)
@Check('sign_in_pseudonym', 'not pseudonym or name is not null')
@Index('sign_in_hearing', ['hearingId', 'ordinal', 'id'])
@Index('sign_in_agenda_item', ['agendaItemId'])
export class SignIn extends HearingPart {
  @Column('uuid')
  hearingId: string;

  @Column({ type: 'uuid', nullable: true })
  agendaItemId: string | null;

  @Column('integer')
  ordinal: number;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'boolean', default: false })
  pseudonym: boolean;

  @Column({ type: 'text', nullable: true })
  organisation: string | null;

  @Column({ type: 'text', nullable: true })
  position: SignInPosition | null;

  @Column({ type: 'boolean', default: false })
  wishesToSpeak: boolean;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  spokeAt: Date | null;

  @Column({ type: 'text', nullable: true })
  contact: string | null;
}
