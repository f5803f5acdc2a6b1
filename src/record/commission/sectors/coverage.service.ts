import { Injectable } from '@nestjs/common';
import { CoverageDto } from './coverage.dto.js';
import { CoverageRepository } from './coverage.repository.js';
import { coverageOf } from './coverage.js';

@Injectable()
export class CoverageService {
  constructor(private readonly coverage: CoverageRepository) {}

  /** As the current actor: the public is told of listed members alone. */
  async on(day?: string): Promise<CoverageDto> {
    const row = await this.coverage.on(day ?? null);
    return CoverageDto.from(row.day, coverageOf(row.day, row.sectors, row.seats));
  }
}
