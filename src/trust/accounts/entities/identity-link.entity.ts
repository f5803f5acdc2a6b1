import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserAccount } from './user-account.entity.js';

/** Whom another house's sign-in (OpenID Connect) knows an account as. */
@Entity('identity_link')
@Index('identity_link_account', ['accountId'])
export class IdentityLink {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'identity_link_pk' })
  issuer: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'identity_link_pk' })
  subject: string;

  @Column('uuid')
  @ForeignKey(() => UserAccount, { name: 'identity_link_account' })
  accountId: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
