import { ApiProperty } from '@nestjs/swagger';
import { type Office, OFFICES } from '../posts/post-kind.js';
import type { Held, OfficeHeld, SeatHeld } from './commissioner.repository.js';

export class ReferenceDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Health care' })
  name: string;

  static from({ id, name }: { id: string; name: string }): ReferenceDto {
    return Object.assign(new ReferenceDto(), { id, name });
  }
}

abstract class HeldDto {
  @ApiProperty({ format: 'uuid' })
  termId: string;

  @ApiProperty({ format: 'uuid' })
  postId: string;

  @ApiProperty({ format: 'date', example: '2015-09-01' })
  startsOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  endsOn: string | null;

  @ApiProperty({ example: false })
  acting: boolean;

  protected static tell<T extends HeldDto & { label: string }>(dto: T, held: Held): T {
    dto.termId = held.termId;
    dto.postId = held.postId;
    dto.label = held.label;
    dto.startsOn = held.startsOn;
    dto.endsOn = held.endsOn;
    dto.acting = held.acting;
    return dto;
  }
}

export class SeatHeldDto extends HeldDto {
  @ApiProperty({ example: 'Seat for health care' })
  label: string;

  @ApiProperty({ type: ReferenceDto, nullable: true })
  sector: ReferenceDto | null;

  /** null also while that organisation is not listed. */
  @ApiProperty({ type: ReferenceDto, nullable: true })
  appointedBy: ReferenceDto | null;

  static from(seat: SeatHeld): SeatHeldDto {
    const dto = HeldDto.tell(new SeatHeldDto(), seat);
    dto.sector = seat.sector && ReferenceDto.from(seat.sector);
    dto.appointedBy = seat.appointedBy && ReferenceDto.from(seat.appointedBy);
    return dto;
  }
}

export class OfficeHeldDto extends HeldDto {
  @ApiProperty({ example: 'Chair' })
  label: string;

  /** null: an office that does not preside. */
  @ApiProperty({ enum: OFFICES, nullable: true, example: 'chair' })
  office: Office | null;

  static from(held: OfficeHeld): OfficeHeldDto {
    const dto = HeldDto.tell(new OfficeHeldDto(), held);
    dto.office = held.office;
    return dto;
  }
}
