import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  IfGiven,
  ListQuery,
  LocalDate,
  NullableLocalDate,
  SortBy,
  withRevision,
} from '#src/foundation/common/index.js';
import { type Office, OFFICES, POST_KINDS, type PostKind } from '../posts/post-kind.js';
import { END_REASONS, type EndReason } from './end-reason.js';
import { TERM_ORDER, type TermRow } from './term.repository.js';

export class TermDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  postId: string;

  @ApiProperty({ enum: POST_KINDS, example: 'seat' })
  kind: PostKind;

  @ApiProperty({ enum: OFFICES, nullable: true, example: null })
  office: Office | null;

  /** The post's. */
  @ApiProperty({ example: 'Seat for health care' })
  label: string;

  @ApiProperty({ format: 'date', example: '2015-09-01' })
  startsOn: string;

  /** The last day, inclusive; null: open. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  endsOn: string | null;

  /** In place of a member whom the post lacks. */
  @ApiProperty({ example: false })
  acting: boolean;

  /** The organisation that appointed them; null also while that one is not listed. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  appointedById: string | null;

  /** The term before in the same post; null also while its holder is not listed. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  succeedsId: string | null;

  @ApiProperty({ enum: END_REASONS, nullable: true, example: null })
  endReason: EndReason | null;

  static from(row: TermRow): TermDto {
    const dto = new TermDto();
    dto.id = row.id;
    dto.postId = row.postId;
    dto.kind = row.kind;
    dto.office = row.office;
    dto.label = row.label;
    dto.startsOn = row.startsOn;
    dto.endsOn = row.endsOn;
    dto.acting = row.acting;
    dto.appointedById = row.appointedById;
    dto.succeedsId = row.succeedsId;
    dto.endReason = row.endReason;
    return withRevision(dto, row.revision);
  }
}

export class CreateTermDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  postId: string;

  @ApiProperty({ format: 'date', example: '2015-09-01' })
  @LocalDate()
  startsOn: string;

  /** The last day, inclusive; without it the term is open. */
  @NullableLocalDate('2016-12-31')
  endsOn?: string | null;

  /** Only where the post has no regular member in these days. A regular member who comes later ends it. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  acting?: boolean;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  appointedById?: string | null;

  /** A term in the same post that ended before. It is not ended by this: one that goes on is 409 `POST_TAKEN`. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  succeedsId?: string | null;
}

export class UpdateTermDto {
  @ApiPropertyOptional({ format: 'date', example: '2015-09-01' })
  @IfGiven()
  @LocalDate()
  startsOn?: string;

  /** The last day, inclusive; null opens it again. */
  @NullableLocalDate('2016-01-31')
  endsOn?: string | null;

  /** Why it ended, or is to end. */
  @ApiPropertyOptional({ enum: END_REASONS, nullable: true, example: 'resigned' })
  @IsOptional()
  @IsIn(END_REASONS)
  endReason?: EndReason | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  appointedById?: string | null;
}

export class ListTermsQuery extends ListQuery {
  @SortBy(TERM_ORDER)
  sort?: string;
}
