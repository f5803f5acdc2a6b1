import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import {
  IfGiven,
  ListQuery,
  NullableText,
  SortBy,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { MATTER_ORDER, type MatterRow } from './matter.repository.js';

export class MatterDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Contract with the County of Alameda' })
  title: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  description: string | null;

  /** Dealt with behind closed doors: the commission's alone, and hidden from whoever is recused from it. */
  @ApiProperty({ example: false })
  closed: boolean;

  static from(row: MatterRow): MatterDto {
    const dto = new MatterDto();
    dto.id = row.id;
    dto.title = row.title;
    dto.description = row.description;
    dto.closed = row.closed;
    return withRevision(dto, row.revision);
  }
}

export class CreateMatterDto {
  @ApiProperty({ maxLength: 300, example: 'Contract with the County of Alameda' })
  @StorableText({ max: 300 })
  title: string;

  @NullableText(5_000)
  description?: string | null;

  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  closed?: boolean;
}

export class UpdateMatterDto extends PartialType(CreateMatterDto, { skipNullProperties: false }) {}

export class ListMattersQuery extends ListQuery {
  @SortBy(MATTER_ORDER)
  sort?: string;
}
