import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { ProblemFieldDto } from '#src/foundation/common/index.js';
import type { PopoloReport } from './importing/popolo-import.service.js';

export class ImportPopoloQuery {
  /** Does everything, reports it, and takes it all back. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  dryRun?: boolean;
}

class PopoloCameDto {
  /** 1 when what the commission is called or bound by became what the file says. */
  @ApiProperty({ type: 'integer', example: 0 })
  commission: number;

  @ApiProperty({ type: 'integer', example: 17 })
  persons: number;

  @ApiProperty({ type: 'integer', example: 3 })
  organisations: number;

  @ApiProperty({ type: 'integer', example: 9 })
  sectors: number;

  @ApiProperty({ type: 'integer', example: 17 })
  posts: number;

  @ApiProperty({ type: 'integer', example: 17 })
  terms: number;

  @ApiProperty({ type: 'integer', example: 8 })
  zones: number;

  @ApiProperty({ type: 'integer', example: 58 })
  counties: number;
}

const OUTCOMES = ['imported', 'unchanged', 'would_import'] as const;

export class PopoloReportDto {
  /** `unchanged`: all of it was there; `would_import`: it was tried, and nothing was kept. */
  @ApiProperty({ enum: OUTCOMES })
  outcome: (typeof OUTCOMES)[number];

  /** How many came in; what was there already is not counted. */
  @ApiProperty()
  came: PopoloCameDto;

  /** What of the file has no place here, or was bent to fit. */
  @ApiProperty({ type: [ProblemFieldDto] })
  remarks: ProblemFieldDto[];

  static from({ outcome, came, remarks }: PopoloReport): PopoloReportDto {
    const dto = new PopoloReportDto();
    dto.outcome = outcome;
    dto.came = {
      commission: came.commission,
      persons: came.persons,
      organisations: came.organisations,
      sectors: came.sectors,
      posts: came.posts,
      terms: came.terms,
      zones: came.zones,
      counties: came.counties,
    };
    dto.remarks = remarks.map(({ pointer, code, detail }) => ({ pointer, code, detail }));
    return dto;
  }
}
