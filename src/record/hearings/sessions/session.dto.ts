import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { IfGiven, ListQuery, StorableText, withRevision, Instant } from '#src/foundation/common/index.js';
import { Citation, Order } from '../shared/fields.js';
import type { SessionRow } from './session.repository.js';

export class HearingSessionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  order: number;

  @ApiProperty({ example: 'Morning' })
  name: string;

  @ApiProperty()
  closed: boolean;

  /** The law that lets it be closed. */
  @ApiProperty({ type: String, nullable: true, example: 'Gov. Code 11126(e)(1)' })
  authority: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  openedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  adjournedAt: string | null;

  /** What was told of a closed session afterwards. */
  @ApiProperty({ type: String, nullable: true })
  reportedOut: string | null;

  static from(row: SessionRow): HearingSessionDto {
    const dto = new HearingSessionDto();
    dto.id = row.id;
    dto.order = row.order;
    dto.name = row.name;
    dto.closed = row.closed;
    dto.authority = row.authority;
    dto.openedAt = row.openedAt?.toISOString() ?? null;
    dto.adjournedAt = row.adjournedAt?.toISOString() ?? null;
    dto.reportedOut = row.reportedOut;
    return withRevision(dto, row.revision);
  }
}

export class CreateHearingSessionDto {
  /** Default: after the last. */
  @Order()
  order?: number;

  @ApiProperty({ maxLength: 200, example: 'Morning' })
  @StorableText({ max: 200 })
  name: string;

  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  closed?: boolean;

  /** The law that lets it be closed; a closed session cites it. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Gov. Code 11126(e)(1)' })
  @IsOptional()
  @Citation()
  authority?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  openedAt?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  adjournedAt?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 5_000 })
  @IsOptional()
  @StorableText({ max: 5_000 })
  reportedOut?: string | null;
}

export class UpdateHearingSessionDto extends PartialType(CreateHearingSessionDto, {
  skipNullProperties: false,
}) {}

export class ListHearingSessionsQuery extends ListQuery {}
