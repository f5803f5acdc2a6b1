import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import {
  IfGiven,
  ListQuery,
  LocalDate,
  NullableLocalDate,
  NullableText,
  SortBy,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { SECTOR_ORDER, type SectorRow } from './sector.repository.js';

const KEY = /^(?=.{1,60}$)[a-z0-9]+([-_][a-z0-9]+)*$/;

const SectorKey = (): PropertyDecorator =>
  Matches(KEY, { message: 'must be made of a-z and 0-9, words joined by - or _, at most 60 characters' });

export class SectorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** What filters and files name it by. */
  @ApiProperty({ example: 'child-welfare' })
  key: string;

  @ApiProperty({ example: 'Child welfare and social services' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'County agencies and those who work for them.' })
  description: string | null;

  /** The first day on which it is to have a seat; null: since ever. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2015-07-01' })
  startedOn: string | null;

  /** The last such day; null: it goes on. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  endedOn: string | null;

  static from(row: SectorRow): SectorDto {
    const dto = new SectorDto();
    dto.id = row.id;
    dto.key = row.key;
    dto.name = row.name;
    dto.description = row.description;
    dto.startedOn = row.startedOn;
    dto.endedOn = row.endedOn;
    return withRevision(dto, row.revision);
  }
}

export class CreateSectorDto {
  /** Lower-case words, joined by `-` or `_`; no two sectors have the same. */
  @ApiProperty({ maxLength: 60, example: 'child-welfare' })
  @SectorKey()
  key: string;

  @ApiProperty({ maxLength: 200, example: 'Child welfare and social services' })
  @StorableText({ max: 200 })
  name: string;

  @NullableText(5_000)
  description?: string | null;

  @NullableLocalDate('2015-07-01')
  startedOn?: string | null;

  /** Ends the sector with this day; null takes the end back. */
  @NullableLocalDate('2016-12-31')
  endedOn?: string | null;
}

export class UpdateSectorDto extends PartialType(CreateSectorDto, { skipNullProperties: false }) {}

export class ListSectorsQuery extends ListQuery {
  @SortBy(SECTOR_ORDER)
  sort?: string;

  @ApiPropertyOptional({ description: 'The sector with this key alone.', example: 'child-welfare' })
  @IfGiven()
  @SectorKey()
  key?: string;

  @ApiPropertyOptional({
    description: 'Those that go on on this day.',
    type: String,
    format: 'date',
    example: '2015-10-29',
  })
  @IfGiven()
  @LocalDate()
  on?: string;
}
