import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IfGiven, LanguageTag, ListQuery, LocalDate, NullableText } from '#src/foundation/common/index.js';
import { REQUEST_KINDS, REQUEST_STATUSES, type RequestKind, type RequestStatus } from './request-status.js';

export class CreateHearingRequestDto {
  @ApiProperty({ enum: REQUEST_KINDS })
  @IsIn(REQUEST_KINDS)
  kind: RequestKind;

  /** BCP 47; required for an interpreter. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'es' })
  @IsOptional()
  @LanguageTag()
  language?: string | null;

  /** Required for an accommodation. */
  @NullableText(2_000, 'A place at the front')
  what?: string | null;

  @NullableText(200)
  requestedBy?: string | null;

  /** Where to answer. */
  @NullableText(500)
  contact?: string | null;

  /**
   * By when it must be arranged, on the hearing's own clock. Default: the last office day on which notice of the
   * hearing can be given (three days before it where no law says); where that has come or gone, the next office day;
   * never after the hearing's day.
   */
  @ApiPropertyOptional({ type: String, format: 'date', example: '2031-02-25' })
  @IfGiven()
  @LocalDate()
  dueOn?: string;
}

export class UpdateHearingRequestDto extends PartialType(CreateHearingRequestDto, {
  skipNullProperties: false,
}) {
  /** 409 `REQUEST_STATUS_ILLEGAL` where it cannot follow. */
  @ApiPropertyOptional({ enum: REQUEST_STATUSES })
  @IfGiven()
  @IsIn(REQUEST_STATUSES)
  status?: RequestStatus;

  /** What was answered; required for declined. */
  @NullableText(2_000)
  answer?: string | null;

  /** Who is to interpret; required, or the person, for an interpreter who is arranged. */
  @NullableText(200)
  interpreterName?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  interpreterPersonId?: string | null;
}

export class ListHearingRequestsQuery extends ListQuery {}
