import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import {
  IfGiven,
  ListQuery,
  NullableText,
  SortBy,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { WebAddress } from '../shared/web-address.js';
import { PERSON_ORDER, type PersonRow } from './person.repository.js';

export class PersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** As they are called, whole. */
  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'Ada' })
  givenName: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Lovelace' })
  familyName: string | null;

  /** What stands before the name. */
  @ApiProperty({ type: String, nullable: true, example: 'Dr.' })
  honorific: string | null;

  /** What they are, in their own words: a title or an office. */
  @ApiProperty({ type: String, nullable: true, example: 'Director of child welfare' })
  position: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'County of Alameda' })
  organisation: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Twenty years in the juvenile courts.' })
  biography: string | null;

  /** A page of their own. */
  @ApiProperty({ type: String, format: 'uri', nullable: true, example: 'https://people.example.org/ada' })
  url: string | null;

  /** Whether the public may know of them; else only the commission's clerks do. */
  @ApiProperty()
  listed: boolean;

  static from(row: PersonRow): PersonDto {
    const dto = new PersonDto();
    dto.id = row.id;
    dto.name = row.name;
    dto.givenName = row.givenName;
    dto.familyName = row.familyName;
    dto.honorific = row.honorific;
    dto.position = row.position;
    dto.organisation = row.organisation;
    dto.biography = row.biography;
    dto.url = row.url;
    dto.listed = row.listed;
    return withRevision(dto, row.revision);
  }
}

export class CreatePersonDto {
  @ApiProperty({ maxLength: 200, example: 'Ada Lovelace' })
  @StorableText({ max: 200 })
  name: string;

  @NullableText(200)
  givenName?: string | null;

  @NullableText(200)
  familyName?: string | null;

  @NullableText(50, 'Dr.')
  honorific?: string | null;

  @NullableText(200)
  position?: string | null;

  @NullableText(200)
  organisation?: string | null;

  @NullableText(10_000)
  biography?: string | null;

  /** http or https. */
  @ApiPropertyOptional({ type: String, format: 'uri', nullable: true, maxLength: 2_000 })
  @IsOptional()
  @WebAddress()
  url?: string | null;

  /**
   * Default false: a person is the desk's until the commission lists them. Whoever holds or held a seat or an office
   * stays listed (409 `PERSON_SITS`).
   */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  listed?: boolean;
}

export class UpdatePersonDto extends PartialType(CreatePersonDto, { skipNullProperties: false }) {}

export class ListPeopleQuery extends ListQuery {
  @SortBy(PERSON_ORDER)
  sort?: string;
}
