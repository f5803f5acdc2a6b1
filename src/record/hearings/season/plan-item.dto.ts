import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  ListQuery,
  NullableLocalDate,
  NullableText,
  SortBy,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { HEARING_KINDS, type HearingKind } from '../hearing/hearing-kind.js';
import { PLAN_ITEM_ORDER, type PlanItemRow } from './plan-item.repository.js';

const MOST = 9_999;

export class PlanItemDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Regional summits' })
  label: string;

  /** The kind of hearing that keeps the promise; null: no kind does, as with interviews in other hands. */
  @ApiProperty({ enum: HEARING_KINDS, nullable: true, example: 'regional_summit' })
  kind: HearingKind | null;

  /** How many the commission promised to hold. */
  @ApiProperty({ type: 'integer', example: 6 })
  promised: number;

  /** How many were held, by hand, where no kind of hearing counts; else null: the season counts them. */
  @ApiProperty({ type: 'integer', nullable: true, example: null })
  held: number | null;

  /** The last day by which they were promised, in the commission's time zone. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2016-06-30' })
  dueOn: string | null;

  /** Where and how it was promised. */
  @ApiProperty({ type: String, nullable: true, example: 'As the brochure of 2015 says.' })
  note: string | null;

  static from(row: PlanItemRow): PlanItemDto {
    const dto = new PlanItemDto();
    dto.id = row.id;
    dto.label = row.label;
    dto.kind = row.kind;
    dto.promised = row.promised;
    dto.held = row.held;
    dto.dueOn = row.dueOn;
    dto.note = row.note;
    return withRevision(dto, row.revision);
  }
}

export class CreatePlanItemDto {
  @ApiProperty({ maxLength: 200, example: 'Regional summits' })
  @StorableText({ max: 200 })
  label: string;

  /** The kind of hearing that keeps the promise. */
  @ApiPropertyOptional({ enum: HEARING_KINDS, nullable: true, example: 'regional_summit' })
  @IsOptional()
  @IsIn(HEARING_KINDS)
  kind?: HearingKind | null;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: MOST, example: 6 })
  @IsInt()
  @Min(1)
  @Max(MOST)
  promised: number;

  /** Only without a kind: hearings are counted (422 `HELD_IS_COUNTED`). */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: MOST, nullable: true, example: 12 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  held?: number | null;

  @NullableLocalDate('2016-06-30')
  dueOn?: string | null;

  @NullableText(2_000)
  note?: string | null;
}

export class UpdatePlanItemDto extends PartialType(CreatePlanItemDto, { skipNullProperties: false }) {}

export class ListPlanItemsQuery extends ListQuery {
  @SortBy(PLAN_ITEM_ORDER)
  sort?: string;
}
