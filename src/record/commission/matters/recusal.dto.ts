import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import {
  IfGiven,
  Instant,
  ListQuery,
  SortBy,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { RECUSAL_ORDER, type RecusalRow } from './recusal.repository.js';

export class RecusalDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  matterId: string;

  @ApiProperty({ example: 'Contract with the County of Alameda' })
  matterTitle: string;

  @ApiProperty({ example: 'Worked for the county until 2014.' })
  reason: string;

  @ApiProperty({ format: 'date-time', example: '2016-02-01T17:00:00.000Z' })
  startsAt: string;

  /** From this moment on they take part again; null: open. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  endsAt: string | null;

  static from(row: RecusalRow): RecusalDto {
    const dto = new RecusalDto();
    dto.id = row.id;
    dto.matterId = row.matterId;
    dto.matterTitle = row.matterTitle;
    dto.reason = row.reason;
    dto.startsAt = row.startsAt.toISOString();
    dto.endsAt = row.endsAt?.toISOString() ?? null;
    return withRevision(dto, row.revision);
  }
}

export class CreateRecusalDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  matterId: string;

  /** Whoever sees the matter reads it. */
  @ApiProperty({ maxLength: 2_000, example: 'Worked for the county until 2014.' })
  @StorableText({ max: 2_000 })
  reason: string;

  /** Default: now. */
  @ApiPropertyOptional({ type: String, format: 'date-time', example: '2016-02-01T09:00:00-08:00' })
  @IfGiven()
  @Instant()
  startsAt?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, example: null })
  @IsOptional()
  @Instant()
  endsAt?: string | null;
}

export class UpdateRecusalDto {
  @ApiPropertyOptional({ maxLength: 2_000 })
  @IfGiven()
  @StorableText({ max: 2_000 })
  reason?: string;

  /** Ends it at this moment; null opens it again. */
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2016-06-01T09:00:00-07:00',
  })
  @IsOptional()
  @Instant()
  endsAt?: string | null;
}

export class ListRecusalsQuery extends ListQuery {
  @SortBy(RECUSAL_ORDER)
  sort?: string;
}
