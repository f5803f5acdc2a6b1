import { Injectable } from '@nestjs/common';
import type { PopoloDto } from './popolo.dto.js';
import { PopoloRepository } from './popolo.repository.js';
import { popoloOf } from './popolo-writing.js';

@Injectable()
export class PopoloExport {
  constructor(private readonly popolo: PopoloRepository) {}

  /** The commission as the current actor reads it; one statement, so as of one moment. */
  async run(): Promise<PopoloDto> {
    return popoloOf(await this.popolo.whole());
  }
}
