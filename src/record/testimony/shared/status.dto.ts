import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { StorableText } from '#src/foundation/common/index.js';
import { RECORD_STATUSES, type RecordStatus } from '../entities/record-status.js';

export class ChangeStatusDto {
  @ApiProperty({ enum: RECORD_STATUSES, example: 'posted' })
  @IsIn(RECORD_STATUSES)
  to: RecordStatus;

  /** Must be given for `held` and `retracted`; the desk's to read. */
  @ApiProperty({ type: String, required: false, nullable: true, maxLength: 2000 })
  @IsOptional()
  @StorableText({ max: 2000 })
  reason?: string | null;
}
