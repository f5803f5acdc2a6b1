import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { LegalProfile } from '#src/record/commission/index.js';
import { Hearing } from '../hearing/hearing.entity.js';
import type { Warning } from '../shared/warning.js';
import type { MeetingCall } from './clock/notice-profile.js';
import type { NoticeKind, ToldItem } from './notice-kind.js';

/** A notice as it was given; never changed. Read by whoever reads the hearing: its words hold nothing that is hidden. */
@Entity('hearing_notice')
@Unique('hearing_notice_number', ['hearingId', 'number'])
@Check(
  'hearing_notice_kind',
  `kind in ('regular', 'special', 'emergency', 'change', 'postponement', 'rescheduling', 'cancellation', 'resumption')`,
)
@Check('hearing_notice_call', `call in ('regular', 'special', 'emergency')`)
@Check('hearing_notice_profile', `profile in ('none', 'bagley_keene', 'brown')`)
@Check('hearing_notice_vote', '(ayes is null) = (noes is null)')
@Check('hearing_notice_present', 'present is null or (ayes is not null and ayes + noes <= present)')
@Check('hearing_notice_exception', '(exception_citation is null) = (exception_reason is null)')
@Check('hearing_notice_late', `not late or kind = 'change' or exception_citation is not null`)
export class HearingNotice {
  @PrimaryColumn('uuid', {
    default: () => 'gen_random_uuid()',
    primaryKeyConstraintName: 'hearing_notice_pk',
  })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'hearing_notice_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @Column('integer')
  number: number;

  @Column('text')
  kind: NoticeKind;

  /** How the hearing was called: of a change or a cancellation, how it had been. */
  @Column('text')
  call: MeetingCall;

  /** The law of the day on which it was given. */
  @Column('text')
  profile: LegalProfile;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  givenAt: Date;

  @Column('uuid')
  givenBy: string;

  /** The start that it told. */
  @Column({ type: 'timestamptz', precision: 3 })
  startsAt: Date;

  /** The last moment at which it was in time; null: none counted. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  dueAt: Date | null;

  @Column({ type: 'boolean', default: false })
  late: boolean;

  /** The law that set the deadline. */
  @Column({ type: 'text', nullable: true })
  citation: string | null;

  @Column({ type: 'text', nullable: true })
  finding: string | null;

  @Column({ type: 'integer', nullable: true })
  ayes: number | null;

  @Column({ type: 'integer', nullable: true })
  noes: number | null;

  /** Members who were there when they voted. */
  @Column({ type: 'integer', nullable: true })
  present: number | null;

  @Column({ type: 'text', nullable: true })
  exceptionCitation: string | null;

  @Column({ type: 'text', nullable: true })
  exceptionReason: string | null;

  /** Whom somebody told: offices and lists. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  told: string[];

  /** BCP 47: of its own words. */
  @Column('text')
  language: string;

  @Column('text')
  text: string;

  @Column('text')
  html: string;

  @Column('jsonb')
  agenda: ToldItem[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  warnings: Warning[];
}
