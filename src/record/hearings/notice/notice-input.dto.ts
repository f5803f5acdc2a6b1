import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven, ListQuery, StorableText } from '#src/foundation/common/index.js';
import { NoticeExceptionDto } from './notice-exception.dto.js';
import { GIVEN_KINDS, type GivenKind } from './notice-kind.js';

export class NoticeVoteDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 9 })
  @IsInt()
  @Min(0)
  @Max(999)
  ayes: number;

  @ApiProperty({ type: 'integer', minimum: 0, example: 1 })
  @IsInt()
  @Min(0)
  @Max(999)
  noes: number;

  /** Members who were there, whether they voted or not: where they are fewer than two thirds, all of them have to agree. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, example: 10 })
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(999)
  present?: number;
}

export class NoticeHearingDto {
  /** The first three call the hearing; `change` tells of what was changed after that, under an exception. */
  @ApiProperty({ enum: GIVEN_KINDS, example: 'regular' })
  @IsIn(GIVEN_KINDS)
  kind: GivenKind;

  /** Why the longer notice would do harm; required of special and emergency meetings where the law asks for it. */
  @ApiPropertyOptional({ maxLength: 5_000, example: 'The bill is heard on Friday.' })
  @IfGiven()
  @StorableText({ max: 5_000 })
  finding?: string;

  /** How the members adopted the finding, if they have. */
  @ApiPropertyOptional({ type: NoticeVoteDto })
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => NoticeVoteDto)
  vote?: NoticeVoteDto;

  /** Lets a late notice stand; required of a change, refused where there is nothing to except. */
  @ApiPropertyOptional({ type: NoticeExceptionDto })
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => NoticeExceptionDto)
  exception?: NoticeExceptionDto;

  /** Who can tell more and takes requests for accommodations: name, address, telephone, web site. */
  @ApiPropertyOptional({
    maxLength: 1_000,
    example: 'Office of the commission, 1225 Fallon Street, 510 555 0100',
  })
  @IfGiven()
  @StorableText({ max: 1_000 })
  contact?: string;

  /** Whom you told, or tell: offices and lists rather than names. Everybody who sees the hearing reads it. */
  @ApiPropertyOptional({ type: [String], maxItems: 50, example: ['All members', 'Everybody who asked'] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @StorableText({ max: 200 }, { each: true })
  told?: string[];
}

export const NOTICE_FORMATS = ['json', 'text', 'html'] as const;

export type NoticeFormat = (typeof NOTICE_FORMATS)[number];

export class ReadNoticeQuery {
  /** The words alone, as they were given. Without it, what `Accept` prefers. */
  @ApiPropertyOptional({ enum: NOTICE_FORMATS })
  @IsOptional()
  @IsIn(NOTICE_FORMATS)
  format?: NoticeFormat;
}

export class ListHearingNoticesQuery extends ListQuery {}
