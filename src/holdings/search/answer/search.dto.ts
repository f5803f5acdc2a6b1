import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsBoolean, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { ListQuery, StorableText } from '#src/foundation/common/index.js';
import { MAX_CHARACTERS } from '../query/parse-query.js';
import { SEARCH_KINDS, type SearchKind } from '../search-index.js';
import type { SearchSort } from '../match/search-request.js';

const POSITIONS = ['for', 'against', 'neutral'] as const;
const SORTS = ['best', 'newest'] as const;
const DAY_OR_MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const ZONE = /^(\d{1,3}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const whole = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class SearchQuery extends ListQuery {
  /**
   * What to look for: words (all of them), "a phrase" (also where it runs on from one cue into the next),
   * -without, begin*. Accents and case do not matter; English and Spanish words are found in all their forms.
   */
  @ApiPropertyOptional({ maxLength: MAX_CHARACTERS, example: '"parking mandates" -fees' })
  @IsOptional()
  @StorableText({ max: MAX_CHARACTERS, min: 0 })
  q?: string;

  /** One kind or several: repeated, or separated by commas. */
  @ApiPropertyOptional({ enum: SEARCH_KINDS, isArray: true })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsIn(SEARCH_KINDS, { each: true })
  @ArrayUnique()
  kind?: SearchKind[];

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  hearing?: string;

  /** A zone, by its id or by its number. */
  @ApiPropertyOptional({ example: '4' })
  @IsOptional()
  @Matches(ZONE, { message: 'zone must be the id or the number of a zone' })
  zone?: string;

  /** A day, by the commission's clock, or a moment. */
  @ApiPropertyOptional({ example: '2016-01-13' })
  @IsOptional()
  @Matches(DAY_OR_MOMENT, { message: 'from must be a date or a date-time with its offset' })
  from?: string;

  /** A day, which is included, or a moment. */
  @ApiPropertyOptional({ example: '2016-04-21' })
  @IsOptional()
  @Matches(DAY_OR_MOMENT, { message: 'to must be a date or a date-time with its offset' })
  to?: string;

  /** Words of a speaker's name. */
  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @StorableText({ max: 200 })
  speaker?: string;

  /** The position of the testimony in which it is said. */
  @ApiPropertyOptional({ enum: POSITIONS })
  @IsOptional()
  @IsIn(POSITIONS)
  position?: (typeof POSITIONS)[number];

  /** Best first, or newest first. Without words there is only newest. */
  @ApiPropertyOptional({ enum: SORTS, default: 'best' })
  @IsOptional()
  @IsIn(SORTS)
  sort?: SearchSort;

  /** Counts by kind and by position. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IsOptional()
  @Transform(whole)
  @IsBoolean()
  facets?: boolean;
}

export class SearchHearingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  title: string;
}

export class SearchLinksDto {
  /** The record that was found; of a passage its transcript. */
  @ApiProperty({ format: 'uri-reference' })
  self: string;

  /** The moment it is said; of a testimony, that it begins. */
  @ApiPropertyOptional({ format: 'uri-reference' })
  moment?: string;
}

export class SearchOccurrenceDto {
  /** Seconds of the recording, exactly as stored. */
  start: number;

  end: number;

  /** Numbers of the first and last cue that say it. */
  @ApiProperty({ type: 'integer', isArray: true, minItems: 2, maxItems: 2 })
  cues: number[];

  @ApiProperty({ format: 'uri-reference' })
  moment: string;
}

export class SearchItemDto {
  @ApiProperty({ enum: SEARCH_KINDS })
  kind: SearchKind;

  /** Of the record; of a passage, of its transcript. */
  @ApiProperty({ format: 'uuid' })
  id: string;

  title: string;

  /** HTML: about 200 characters, escaped, the words that were looked for in `<mark>`. */
  @ApiProperty({ example: 'They ended <mark>parking</mark> <mark>mandates</mark> in 2017.' })
  highlight: string;

  @ApiProperty({ type: SearchHearingDto, nullable: true })
  hearing: SearchHearingDto | null;

  /** When it was said or is to happen; null of people, sponsors and sectors: no filter by days finds them. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  happenedAt: string | null;

  /** Seconds of the recording, exactly as stored: of the words, or of the whole testimony; null where nothing is recorded. */
  @ApiProperty({ type: Number, nullable: true })
  start: number | null;

  @ApiProperty({ type: Number, nullable: true })
  end: number | null;

  /** Numbers of the first and last cue that say it. */
  @ApiProperty({ type: 'integer', isArray: true, nullable: true, minItems: 2, maxItems: 2 })
  cues: number[] | null;

  @ApiProperty({ type: String, nullable: true })
  speaker: string | null;

  @ApiProperty({ type: SearchLinksDto })
  links: SearchLinksDto;

  /** Of a passage: each place in it that says the one word or phrase that was asked for, in order. */
  @ApiPropertyOptional({ type: [SearchOccurrenceDto] })
  occurrences?: SearchOccurrenceDto[];
}

export class SearchFacetsDto {
  /** Matches by kind. Passages are stretches of about twenty cues. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  kind: Record<string, number>;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  position: Record<string, number>;
}

export class SearchPageDto {
  @ApiProperty({ type: [SearchItemDto] })
  items: SearchItemDto[];

  /** Cursor of the next page; null at the end. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;

  /** Cursor of the page before; null at the start. */
  @ApiProperty({ type: String, nullable: true })
  prev: string | null;

  /** Best first looks at the newest 1,000 matches; this says whether there were more. */
  @ApiPropertyOptional({ enum: ['all', 'newest1000'] })
  ranked?: 'all' | 'newest1000';

  /** Another spelling that finds something. */
  @ApiPropertyOptional({ example: 'parking mandates' })
  suggestion?: string;

  @ApiPropertyOptional({ type: SearchFacetsDto })
  facets?: SearchFacetsDto;

  /** Only on request (`Prefer: return=total-count`): matching records, and passages of about twenty cues. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0 })
  total?: number;
}
