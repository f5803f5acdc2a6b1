import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import { Post } from '../posts/post.entity.js';
import type { PostKind } from '../posts/post-kind.js';
import type { EndReason } from './end-reason.js';

/**
 * A term: a person in a post from a day to a day. It hangs on its person for its label, so it is public as long as
 * they are listed.
 */
@Entity('membership')
@Check('membership_end_reason', `end_reason in ('expired', 'resigned', 'removed', 'died', 'succeeded')`)
@Check('membership_days', 'ends_on >= starts_on')
@Check('membership_ended', 'end_reason is null or ends_on is not null')
@Exclusion(
  'membership_post_taken',
  `using gist (post_id access.gist_uuid_ops with =, daterange(starts_on, ends_on, '[]') with &&)`,
)
@Exclusion(
  'membership_one_seat',
  `using gist (person_id access.gist_uuid_ops with =, daterange(starts_on, ends_on, '[]') with &&) where (kind = 'seat')`,
)
@ForeignKey(() => Post, ['postId', 'kind'], ['id', 'kind'], { name: 'membership_post' })
@Index('membership_person', ['personId', 'startsOn', 'id'])
export class Membership extends Labelled {
  @Column('uuid')
  @ForeignKey(() => Person, { name: 'membership_person' })
  personId: string;

  @Column('uuid')
  postId: string;

  /** The post's, held equal by the foreign key: what one person cannot have twice is a seat. */
  @Column('text')
  kind: PostKind;

  @Column('date')
  startsOn: string;

  /** The last day, inclusive; null: open. */
  @Column({ type: 'date', nullable: true })
  endsOn: string | null;

  @Column({ type: 'boolean', default: false })
  acting: boolean;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Organisation, { name: 'membership_organisation' })
  appointedById: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Membership, { name: 'membership_succeeds' })
  succeedsId: string | null;

  @Column({ type: 'text', nullable: true })
  endReason: EndReason | null;
}
