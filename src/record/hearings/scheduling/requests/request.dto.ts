import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import { REQUEST_KINDS, REQUEST_STATUSES, type RequestKind, type RequestStatus } from './request-status.js';
import type { RequestRow } from './request.repository.js';

/** Shown to clerks alone. */
export class HearingRequestDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** As they came in, from 1. */
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ enum: REQUEST_KINDS })
  kind: RequestKind;

  /** BCP 47: of the interpreter. */
  @ApiProperty({ type: String, nullable: true, example: 'es' })
  language: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'A place for a wheelchair at the front' })
  what: string | null;

  @ApiProperty({ type: String, nullable: true })
  requestedBy: string | null;

  /** Where to answer. */
  @ApiProperty({ type: String, nullable: true })
  contact: string | null;

  /** By when it must be arranged: a date on the hearing's own clock. */
  @ApiProperty({ format: 'date', example: '2031-02-25' })
  dueOn: string;

  @ApiProperty({ enum: REQUEST_STATUSES })
  status: RequestStatus;

  /** What was answered. */
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, nullable: true })
  interpreterName: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  interpreterPersonId: string | null;

  static from(row: RequestRow): HearingRequestDto {
    const dto = new HearingRequestDto();
    dto.id = row.id;
    dto.number = row.order;
    dto.kind = row.kind;
    dto.language = row.language;
    dto.what = row.what;
    dto.requestedBy = row.requestedBy;
    dto.contact = row.contact;
    dto.dueOn = row.dueOn;
    dto.status = row.status;
    dto.answer = row.answer;
    dto.interpreterName = row.interpreterName;
    dto.interpreterPersonId = row.interpreterPersonId;
    return withRevision(dto, row.revision);
  }
}
