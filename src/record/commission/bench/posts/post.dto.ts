import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  IfGiven,
  ListQuery,
  LocalDate,
  NullableLocalDate,
  SortBy,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { type Office, OFFICES, POST_KINDS, type PostKind } from './post-kind.js';
import { POST_ORDER, type PostRow } from './post.repository.js';

export class PostDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** `seat` has a vote, `office` stands beside a seat, `staff` has neither. */
  @ApiProperty({ enum: POST_KINDS, example: 'seat' })
  kind: PostKind;

  /** Of an office that presides. */
  @ApiProperty({ enum: OFFICES, nullable: true, example: null })
  office: Office | null;

  @ApiProperty({ example: 'Seat for health care' })
  label: string;

  /** The sector that the seat is for. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sectorId: string | null;

  /** The organisation that appoints to it; null also while that one is not listed. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  fillableById: string | null;

  /** The first day it is provided for. */
  @ApiProperty({ format: 'date', example: '2015-07-01' })
  startsOn: string;

  /** The last such day; null: open. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  endsOn: string | null;

  static from(row: PostRow): PostDto {
    const dto = new PostDto();
    dto.id = row.id;
    dto.kind = row.kind;
    dto.office = row.office;
    dto.label = row.label;
    dto.sectorId = row.sectorId;
    dto.fillableById = row.fillableById;
    dto.startsOn = row.startsOn;
    dto.endsOn = row.endsOn;
    return withRevision(dto, row.revision);
  }
}

export class CreatePostDto {
  @ApiProperty({ enum: POST_KINDS, example: 'seat' })
  @IsIn(POST_KINDS)
  kind: PostKind;

  /** Of an office alone. */
  @ApiPropertyOptional({ enum: OFFICES, nullable: true, example: null })
  @IsOptional()
  @IsIn(OFFICES)
  office?: Office | null;

  @ApiProperty({ maxLength: 200, example: 'Seat for health care' })
  @StorableText({ max: 200 })
  label: string;

  /** Of a seat alone. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  sectorId?: string | null;

  /** The organisation that appoints to it. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  fillableById?: string | null;

  @ApiProperty({ format: 'date', example: '2015-07-01' })
  @LocalDate()
  startsOn: string;

  @NullableLocalDate('2016-12-31')
  endsOn?: string | null;
}

/** What a post is does not change: end it and provide for another. */
export class UpdatePostDto extends PartialType(OmitType(CreatePostDto, ['kind', 'office']), {
  skipNullProperties: false,
}) {}

export class ListPostsQuery extends ListQuery {
  @SortBy(POST_ORDER)
  sort?: string;

  @ApiPropertyOptional({ enum: POST_KINDS })
  @IfGiven()
  @IsIn(POST_KINDS)
  kind?: PostKind;

  /** Those provided for on this day. */
  @ApiPropertyOptional({ type: String, format: 'date', example: '2016-03-24' })
  @IfGiven()
  @LocalDate()
  at?: string;
}
