import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many signed in at a hearing: a row of its own, since whoever reads the hearing reads the numbers, and no sheet. */
@Entity('sign_in_count')
export class SignInCount {
  @PrimaryColumn('uuid')
  hearingId: string;

  @Column('integer')
  inFavour: number;

  @Column('integer')
  against: number;

  @Column('integer')
  other: number;

  @Column('integer')
  silent: number;
}
