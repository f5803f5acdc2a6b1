import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven, LocalDate } from '#src/foundation/common/index.js';
import type { Coverage, SectorShare, Share } from './coverage.js';

export class CoverageQuery {
  /** Without it, today in the commission's time zone. */
  @ApiPropertyOptional({ type: String, format: 'date', example: '2015-10-29' })
  @IfGiven()
  @LocalDate()
  on?: string;
}

export class CoveringMemberDto {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  @ApiProperty({ format: 'uuid' })
  membershipId: string;

  /** Whether they act in the seat. */
  @ApiProperty({ example: false })
  acting: boolean;

  @ApiProperty({ format: 'uuid' })
  postId: string;

  /** The seat's label. */
  @ApiProperty({ example: 'Seat for schools' })
  post: string;
}

export class SeatShareDto {
  /** Seats provided for on the day, filled or not. */
  @ApiProperty({ type: 'integer', example: 2 })
  seats: number;

  /** Those of them in which somebody sits whom the caller may know of. */
  @ApiProperty({ type: 'integer', example: 1 })
  filled: number;

  @ApiProperty({ type: [CoveringMemberDto] })
  members: CoveringMemberDto[];
}

export class CoveredSectorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'schools' })
  key: string;

  @ApiProperty({ example: 'Primary, secondary and special education' })
  name: string;
}

export class SectorShareDto extends SeatShareDto {
  @ApiProperty({ type: CoveredSectorDto })
  sector: CoveredSectorDto;

  /** Nobody sits for it, though it goes on. */
  @ApiProperty({ example: false })
  uncovered: boolean;
}

export class CoverageDto {
  /** The day it speaks of. */
  @ApiProperty({ format: 'date', example: '2015-10-29' })
  on: string;

  /** Those that go on on that day, and those that still have a seat; by name. */
  @ApiProperty({ type: [SectorShareDto] })
  sectors: SectorShareDto[];

  /** Seats that are for no sector. */
  @ApiProperty({ type: SeatShareDto })
  withoutSector: SeatShareDto;

  static from(on: string, { sectors, withoutSector }: Coverage): CoverageDto {
    const dto = new CoverageDto();
    dto.on = on;
    dto.sectors = sectors.map((share) => shareOfSector(share));
    dto.withoutSector = share(withoutSector);
    return dto;
  }
}

function shareOfSector(given: SectorShare): SectorShareDto {
  const { id, key, name } = given.sector;
  return { sector: { id, key, name }, ...share(given), uncovered: given.uncovered };
}

function share({ seats, filled, members }: Share): SeatShareDto {
  return {
    seats,
    filled,
    members: members.map(({ personId, name, membershipId, acting, postId, post }) => ({
      personId,
      name,
      membershipId,
      acting,
      postId,
      post,
    })),
  };
}
