import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional, ValidateIf } from 'class-validator';
import { ListQuery, SortBy, StorableText, withRevision } from '#src/foundation/common/index.js';
import { PERSON_ORDER, type PersonRow } from './person.repository.js';

export class PersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  /** What they are, in their own words: a title or an office. */
  @ApiProperty({ type: String, nullable: true, example: 'Director of child welfare' })
  position: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'County of Alameda' })
  organisation: string | null;

  /** Whether the public may know of them; else only the commission's clerks do. */
  @ApiProperty()
  listed: boolean;

  static from(row: PersonRow): PersonDto {
    const dto = new PersonDto();
    dto.id = row.id;
    dto.name = row.name;
    dto.position = row.position;
    dto.organisation = row.organisation;
    dto.listed = row.listed;
    return withRevision(dto, row.revision);
  }
}

export class CreatePersonDto {
  @ApiProperty({ maxLength: 200, example: 'Ada Lovelace' })
  @StorableText({ max: 200 })
  name: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @IsOptional()
  @StorableText({ max: 200 })
  position?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @IsOptional()
  @StorableText({ max: 200 })
  organisation?: string | null;

  /** Default false: a person is the desk's until the commission lists them. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  listed?: boolean;
}

export class UpdatePersonDto extends PartialType(CreatePersonDto, { skipNullProperties: false }) {}

export class ListPeopleQuery extends ListQuery {
  @SortBy(PERSON_ORDER)
  sort?: string;
}
