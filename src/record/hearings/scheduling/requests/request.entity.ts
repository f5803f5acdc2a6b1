import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Hearing } from '../../hearing/hearing.entity.js';
import { HearingPart } from '../../parts/hearing-part.entity.js';
import type { RequestKind, RequestStatus } from './request-status.js';

/** What somebody needs to take part. It tells of their body or their language, and so is the desk's for good. */
@Entity('hearing_request')
@Check('hearing_request_kind', `kind in ('accommodation', 'interpreter')`)
@Check('hearing_request_status', `status in ('received', 'arranged', 'declined', 'withdrawn')`)
@Check('hearing_request_language', `kind <> 'interpreter' or language is not null`)
@Index('hearing_request_hearing', ['hearingId', 'ordinal', 'id'])
@Index('hearing_request_due', { synchronize: false })
export class HearingRequest extends HearingPart {
  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'hearing_request_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  /** As they came in. */
  @Column('integer')
  ordinal: number;

  @Column('text')
  kind: RequestKind;

  @Column({ type: 'text', nullable: true })
  language: string | null;

  @Column({ type: 'text', nullable: true })
  what: string | null;

  @Column({ type: 'text', nullable: true })
  requestedBy: string | null;

  @Column({ type: 'text', nullable: true })
  contact: string | null;

  /** A date on the hearing's own clock. */
  @Column('date')
  dueOn: string;

  @Column({ type: 'text', default: 'received' })
  status: RequestStatus;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'text', nullable: true })
  interpreterName: string | null;

  @Column({ type: 'uuid', nullable: true })
  interpreterPersonId: string | null;
}
