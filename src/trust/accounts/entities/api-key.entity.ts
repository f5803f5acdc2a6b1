import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ActorRecord } from './actor.entity.js';

@Entity('api_key')
@Unique('api_key_prefix', ['prefix'])
export class ApiKeyRecord {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()', primaryKeyConstraintName: 'api_key_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ActorRecord, { name: 'api_key_actor' })
  actorId: string;

  @Column('text')
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
}
