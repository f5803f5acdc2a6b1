import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Equals, IsIn, IsOptional, IsUUID } from 'class-validator';
import { IfGiven, LanguageTag, ListQuery, NullableText, StorableText } from '#src/foundation/common/index.js';
import {
  MAX_MINUTES,
  MINUTES_BOOKS,
  MINUTES_FORMATS,
  MINUTES_STATUSES,
  type MinutesBook,
  type MinutesFormat,
  type MinutesStatus,
} from './minutes-words.js';

export class CreateMinutesDto {
  /** `open` for what was done in public; `closed` for the minute book of closed sessions (Gov. Code 11126.1). */
  @ApiProperty({ enum: MINUTES_BOOKS })
  @IsIn(MINUTES_BOOKS)
  book: MinutesBook;

  /** Make the text from what was recorded. Either this or `body`. */
  @ApiPropertyOptional({ type: Boolean, enum: [true] })
  @IfGiven()
  @Equals(true, { message: 'must be true where it is given' })
  generate?: boolean;

  /** The whole text. Markdown: headings, lists, paragraphs and bold are shown as such, all else as it is written. */
  @ApiPropertyOptional({
    maxLength: MAX_MINUTES,
    example: '# Minutes\n\nThe hearing was called to order at 9:02 a.m.',
  })
  @IfGiven()
  @StorableText({ max: MAX_MINUTES })
  body?: string;

  /** The newest version, which this one is to replace as such; absent where there is none. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  basedOn?: string | null;

  /** Why there is another version; required with `basedOn`. */
  @NullableText(2_000, 'The spelling of a name')
  reason?: string | null;

  /** BCP 47. Default: the hearing's; what is generated is English. */
  @ApiPropertyOptional({ example: 'en' })
  @IfGiven()
  @LanguageTag()
  language?: string;
}

export class ListMinutesQuery extends ListQuery {
  @ApiPropertyOptional({ enum: MINUTES_BOOKS })
  @IsOptional()
  @IsIn(MINUTES_BOOKS)
  book?: MinutesBook;

  @ApiPropertyOptional({ enum: MINUTES_STATUSES })
  @IsOptional()
  @IsIn(MINUTES_STATUSES)
  status?: MinutesStatus;
}

export class GetMinutesQuery {
  /** The text for reading, under a line that says whether it was approved. Default: JSON. */
  @ApiPropertyOptional({ enum: MINUTES_FORMATS })
  @IsOptional()
  @IsIn(MINUTES_FORMATS)
  format?: MinutesFormat;
}

export class CompareMinutesQuery {
  /** The version to compare with: what only this one has is `removed`. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all')
  from: string;
}
