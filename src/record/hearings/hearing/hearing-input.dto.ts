import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import {
  IanaTimeZone,
  IfGiven,
  Instant,
  LanguageTag,
  NullableText,
  StorableText,
} from '#src/foundation/common/index.js';
import { NoticeExceptionDto } from '../notice/notice-exception.dto.js';
import { LanguageTags } from '../shared/language-tags.js';
import { HEARING_KINDS, type HearingKind } from './hearing-kind.js';

export class HearingVenueInput {
  @ApiProperty({ maxLength: 300, example: 'Laney College, The Forum' })
  @StorableText({ max: 300 })
  name: string;

  @NullableText(500)
  address?: string | null;

  /** Two hearings in rooms of the same name and address are a double booking. */
  @NullableText(200, 'Room 112')
  room?: string | null;

  /** How somebody in a wheelchair gets in, where the loop is, whom to ask. */
  @NullableText(2_000)
  accessibility?: string | null;

  @NullableText(2_000)
  parking?: string | null;
}

export class CreateHearingDto {
  @ApiProperty({ enum: HEARING_KINDS })
  @IsIn(HEARING_KINDS)
  kind: HearingKind;

  @ApiProperty({ maxLength: 2_000, example: 'Regional information summit, Oakland' })
  @StorableText({ max: 2_000 })
  title: string;

  @NullableText(20_000)
  description?: string | null;

  /** With its offset. After notice it is changed by rescheduling alone. */
  @ApiProperty({ format: 'date-time', example: '2016-04-21T09:00:00-07:00' })
  @Instant()
  startsAt: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  endsAt?: string | null;

  /** An IANA name. */
  @ApiProperty({ example: 'America/Los_Angeles' })
  @IanaTimeZone()
  timeZone: string;

  /** BCP 47. */
  @ApiPropertyOptional({ default: 'en', example: 'en' })
  @IfGiven()
  @LanguageTag()
  language?: string;

  /** BCP 47: into which languages it is interpreted; in a change, all of them anew. */
  @ApiPropertyOptional({ type: [String], maxItems: 30, example: ['es', 'yua'] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @LanguageTags()
  languages?: string[];

  /** In a change, the whole venue anew. */
  @ApiPropertyOptional({ type: HearingVenueInput, nullable: true })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HearingVenueInput)
  venue?: HearingVenueInput | null;

  /** What a reader or listener may want to know before they begin. */
  @NullableText(2_000)
  contentNote?: string | null;

  /** The zones that it serves; in a change, all of them anew. */
  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 60 })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(60)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  zoneIds?: string[];

  /** Until then only clerks see the hearing and all that hangs on it; null: none. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  embargoUntil?: string | null;
}

export class UpdateHearingDto extends PartialType(CreateHearingDto, { skipNullProperties: false }) {
  /** Lets a hearing that was noticed be held at another place, which is noticed as a change. */
  @ApiPropertyOptional({ type: NoticeExceptionDto })
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => NoticeExceptionDto)
  exception?: NoticeExceptionDto;
}
