import { ApiProperty } from '@nestjs/swagger';
import { type Office, OFFICES } from '../posts/post-kind.js';
import type { OfficeHeld, SeatHeld } from './commissioner.repository.js';

export class ReferenceDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Health care' })
  name: string;

  static from({ id, name }: { id: string; name: string }): ReferenceDto {
    return Object.assign(new ReferenceDto(), { id, name });
  }
}

export class SeatHeldDto {
  @ApiProperty({ format: 'uuid' })
  termId: string;

  @ApiProperty({ format: 'uuid' })
  postId: string;

  @ApiProperty({ example: 'Seat for health care' })
  label: string;

  @ApiProperty({ format: 'date', example: '2015-09-01' })
  startsOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  endsOn: string | null;

  @ApiProperty({ example: false })
  acting: boolean;

  @ApiProperty({ type: ReferenceDto, nullable: true })
  sector: ReferenceDto | null;

  /** null also while that organisation is not listed. */
  @ApiProperty({ type: ReferenceDto, nullable: true })
  appointedBy: ReferenceDto | null;

  static from(seat: SeatHeld): SeatHeldDto {
    const dto = new SeatHeldDto();
    dto.termId = seat.termId;
    dto.postId = seat.postId;
    dto.label = seat.label;
    dto.startsOn = seat.startsOn;
    dto.endsOn = seat.endsOn;
    dto.acting = seat.acting;
    dto.sector = seat.sector && ReferenceDto.from(seat.sector);
    dto.appointedBy = seat.appointedBy && ReferenceDto.from(seat.appointedBy);
    return dto;
  }
}

export class OfficeHeldDto {
  @ApiProperty({ format: 'uuid' })
  termId: string;

  @ApiProperty({ format: 'uuid' })
  postId: string;

  @ApiProperty({ example: 'Chair' })
  label: string;

  /** null: an office that does not preside. */
  @ApiProperty({ enum: OFFICES, nullable: true, example: 'chair' })
  office: Office | null;

  @ApiProperty({ format: 'date', example: '2015-09-01' })
  startsOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  endsOn: string | null;

  @ApiProperty({ example: false })
  acting: boolean;

  static from(held: OfficeHeld): OfficeHeldDto {
    const dto = new OfficeHeldDto();
    dto.termId = held.termId;
    dto.postId = held.postId;
    dto.label = held.label;
    dto.office = held.office;
    dto.startsOn = held.startsOn;
    dto.endsOn = held.endsOn;
    dto.acting = held.acting;
    return dto;
  }
}
