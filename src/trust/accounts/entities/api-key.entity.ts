import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ActorRecord } from './actor.entity.js';

@Entity('api_key')
@Unique('api_key_prefix', ['prefix'])
@Index('api_key_actor', { synchronize: false })
@Index('api_key_age', { synchronize: false })
export class ApiKeyRecord {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()', primaryKeyConstraintName: 'api_key_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ActorRecord, { name: 'api_key_actor' })
  actorId: string;

  /** Its owner's word for it. */
  @Column('text')
  name: string;

  @Column({ type: 'text', select: false })
  prefix: string;

  /** SHA-256 of the secret; the secret itself is nowhere. */
  @Column({ type: 'bytea', select: false })
  secretHash: Buffer;

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  scopes: string[];

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'date', nullable: true })
  lastUsedOn: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;

  /** The key that took its place. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => ApiKeyRecord, { name: 'api_key_rotated' })
  rotatedTo: string | null;

  @Column({ type: 'uuid', default: () => 'gen_random_uuid()' })
  revision: string;
}
