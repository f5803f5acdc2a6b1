import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsUUID, ValidateNested } from 'class-validator';
import { IfGiven, ListQuery, LocalDate, SortBy, withRevision } from '#src/foundation/common/index.js';
import { CreatePersonDto, PersonDto } from '../../people/person.dto.js';
import { CreateTermDto } from '../terms/term.dto.js';
import { COMMISSIONER_ORDER, type CommissionerRow } from './commissioner.repository.js';
import { OfficeHeldDto, SeatHeldDto } from './held.dto.js';

/** A person who sits, or sat, on the commission; the id is the person's. */
export class CommissionerDto extends PersonDto {
  /** Their seat on the day that was asked for, else today; null: they do not sit then. */
  @ApiProperty({ type: SeatHeldDto, nullable: true })
  seat: SeatHeldDto | null;

  /** Their offices on that day. */
  @ApiProperty({ type: [OfficeHeldDto] })
  offices: OfficeHeldDto[];

  static override from(row: CommissionerRow): CommissionerDto {
    const dto = Object.assign(new CommissionerDto(), PersonDto.from(row));
    dto.seat = row.seat && SeatHeldDto.from(row.seat);
    dto.offices = row.offices.map((office) => OfficeHeldDto.from(office));
    return withRevision(dto, row.revision);
  }
}

/** Somebody known (`personId`) or somebody new (`person`), and the seat they are appointed to. */
export class CreateCommissionerDto extends CreateTermDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  personId?: string;

  /** Who sits is public, and so is listed by default. */
  @ApiPropertyOptional({ type: CreatePersonDto })
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => CreatePersonDto)
  person?: CreatePersonDto;
}

export class ListCommissionersQuery extends ListQuery {
  @SortBy(COMMISSIONER_ORDER)
  sort?: string;

  /** Who sits on this day. Default: today in the commission's time zone. */
  @ApiPropertyOptional({ type: String, format: 'date', example: '2016-03-24' })
  @IfGiven()
  @LocalDate()
  at?: string;
}
