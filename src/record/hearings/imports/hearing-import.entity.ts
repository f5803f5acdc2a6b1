import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Hearing } from '../hearing/hearing.entity.js';

/** Under which name a hearing came in: the same import twice changes nothing. The staff's to know. */
@Entity('hearing_import')
export class HearingImport {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'hearing_import_pk' })
  sourceKey: string;

  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'hearing_import_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @Column('text')
  digest: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  importedAt: Date;
}
