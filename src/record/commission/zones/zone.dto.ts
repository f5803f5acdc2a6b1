import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { IfGiven, ListQuery, StorableText, withRevision } from '#src/foundation/common/index.js';
import { COUNTIES } from './counties.js';
import type { ZoneRow } from './zone.repository.js';

export class CountyDto {
  /** The key of the common maps. */
  @ApiProperty({ pattern: '^06[0-9]{3}$', example: '06073' })
  fips: string;

  @ApiProperty({ example: 'San Diego' })
  name: string;

  static from(fips: string): CountyDto {
    const dto = new CountyDto();
    dto.fips = fips;
    dto.name = COUNTIES.get(fips) ?? fips;
    return dto;
  }
}

export class ZoneDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** As the commission numbers them. */
  @ApiProperty({ type: 'integer', example: 8 })
  number: number;

  @ApiProperty({ example: 'San Diego' })
  name: string;

  /** In the order of their codes. */
  @ApiProperty({ type: [CountyDto] })
  counties: CountyDto[];

  static from(row: ZoneRow): ZoneDto {
    const dto = new ZoneDto();
    dto.id = row.id;
    dto.number = row.number;
    dto.name = row.name;
    dto.counties = row.counties.map((fips) => CountyDto.from(fips));
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

  /** FIPS codes of Californian counties; in a change, all of them anew. A county lies in one zone. */
  @ApiPropertyOptional({ type: [String], maxItems: 58, example: ['06025', '06073'] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(58)
  @ArrayUnique()
  @IsIn([...COUNTIES.keys()], { each: true, message: 'must each be the FIPS code of a Californian county' })
  counties?: string[];
}

export class UpdateZoneDto extends PartialType(CreateZoneDto, { skipNullProperties: false }) {}

export class ListZonesQuery extends ListQuery {
  /** The zone that this county lies in, alone. */
  @ApiPropertyOptional({ example: '06073' })
  @IfGiven()
  @IsIn([...COUNTIES.keys()], { message: 'must be the FIPS code of a Californian county' })
  county?: string;
}
