import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Include, withRevision } from '#src/foundation/common/index.js';
import { CommissionerDto } from '../bench/commissioners/commissioner.dto.js';
import { VacancyDto } from '../bench/posts/vacancy.dto.js';
import { SponsorDto } from '../organisations/organisation.dto.js';
import { SectorDto } from '../sectors/sector.dto.js';
import { ZoneDto } from '../zones/zone.dto.js';
import type { CommissionPageRow } from './commission-page.repository.js';
import { COMMISSION_PARTS, type CommissionPart, MOST_EMBEDDED } from './commission-parts.js';
import { CommissionDto } from './commission.dto.js';

export class CommissionQuery {
  /** The lists to read along, repeated or separated by commas: what each shows this caller on its first page of 250. */
  @Include(COMMISSION_PARTS, ['bench', 'sectors'])
  include?: CommissionPart[];
}

abstract class EmbeddedDto {
  /** Whether the list holds more than these 250. */
  @ApiProperty({ example: false })
  more: boolean;
}

export class EmbeddedBenchDto extends EmbeddedDto {
  /** As `listCommissioners` shows them today. */
  @ApiProperty({ type: [CommissionerDto] })
  items: CommissionerDto[];
}

export class EmbeddedSectorsDto extends EmbeddedDto {
  @ApiProperty({ type: [SectorDto] })
  items: SectorDto[];
}

export class EmbeddedSponsorsDto extends EmbeddedDto {
  @ApiProperty({ type: [SponsorDto] })
  items: SponsorDto[];
}

export class EmbeddedZonesDto extends EmbeddedDto {
  @ApiProperty({ type: [ZoneDto] })
  items: ZoneDto[];
}

export class EmbeddedVacanciesDto extends EmbeddedDto {
  /** As `listVacancies` shows them today. */
  @ApiProperty({ type: [VacancyDto] })
  items: VacancyDto[];
}

/** The commission, and the lists that were asked for with `include`. */
export class CommissionPageDto extends CommissionDto {
  @ApiPropertyOptional({ type: EmbeddedBenchDto })
  bench?: EmbeddedBenchDto;

  @ApiPropertyOptional({ type: EmbeddedSectorsDto })
  sectors?: EmbeddedSectorsDto;

  @ApiPropertyOptional({ type: EmbeddedSponsorsDto })
  sponsors?: EmbeddedSponsorsDto;

  @ApiPropertyOptional({ type: EmbeddedZonesDto })
  zones?: EmbeddedZonesDto;

  @ApiPropertyOptional({ type: EmbeddedVacanciesDto })
  vacancies?: EmbeddedVacanciesDto;

  static together({ commission: [row], ...lists }: CommissionPageRow): CommissionPageDto {
    if (!row) throw new Error('the one row of the commission is gone');
    const dto = Object.assign(new CommissionPageDto(), CommissionDto.from(row));
    if (lists.bench) dto.bench = embedded(lists.bench, (one) => CommissionerDto.from(one));
    if (lists.sectors) dto.sectors = embedded(lists.sectors, (one) => SectorDto.from(one));
    if (lists.sponsors) dto.sponsors = embedded(lists.sponsors, (one) => SponsorDto.from(one));
    if (lists.zones) dto.zones = embedded(lists.zones, (one) => ZoneDto.from(one));
    if (lists.vacancies) dto.vacancies = embedded(lists.vacancies, (one) => VacancyDto.from(one));
    return withRevision(dto, row.revision);
  }
}

function embedded<Row, Item>(
  rows: readonly Row[],
  item: (row: Row) => Item,
): { items: Item[]; more: boolean } {
  return { items: rows.slice(0, MOST_EMBEDDED).map((row) => item(row)), more: rows.length > MOST_EMBEDDED };
}
