import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { ListQuery, StorableText, withRevision } from '#src/foundation/common/index.js';
import type { ZoneRow } from './zone.repository.js';

export class ZoneDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** As the commission numbers them. */
  @ApiProperty({ type: 'integer', example: 8 })
  number: number;

  @ApiProperty({ example: 'San Diego' })
  name: string;

  static from(row: ZoneRow): ZoneDto {
    const dto = new ZoneDto();
    dto.id = row.id;
    dto.number = row.number;
    dto.name = row.name;
    return withRevision(dto, row.revision);
  }
}

export class CreateZoneDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 999, example: 8 })
  @IsInt()
  @Min(1)
  @Max(999)
  number: number;

  @ApiProperty({ maxLength: 200, example: 'San Diego' })
  @StorableText({ max: 200 })
  name: string;
}

export class UpdateZoneDto extends PartialType(CreateZoneDto, { skipNullProperties: false }) {}

export class ListZonesQuery extends ListQuery {}
