import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { PopoloDto } from './popolo.dto.js';
import { PopoloExport } from './popolo-export.service.js';

@ApiTags('Commission')
@Controller('commission/popolo')
export class PopoloController {
  constructor(private readonly popolo: PopoloExport) {}

  /** Gives the commission as Popolo JSON: who holds and held which post, as far as the caller may know of it. */
  @Get()
  @Public('commission:read')
  @ApiOkResponse({ type: PopoloDto })
  @ApiProblems(429)
  exportPopolo(): Promise<PopoloDto> {
    return this.popolo.run();
  }
}
