import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, UuidParam } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { SecondsPathParam } from '../shared/params.js';
import { MomentDto } from './moment.dto.js';
import { MomentService } from './moment.service.js';

@ApiTags('Testimony')
@Controller('recordings/:recordingId/moments')
export class MomentController {
  constructor(private readonly moments: MomentService) {}

  /** Reads one moment of a recording: what is said, by whom, in whose testimony, and what stands around it. */
  @Get(':seconds')
  @Public('testimonies:read')
  @ApiOkResponse({ type: MomentDto })
  @ApiProblems(400, 404, 429)
  getMoment(
    @UuidParam('recordingId') recordingId: string,
    @SecondsPathParam('seconds') seconds: number,
  ): Promise<MomentDto> {
    return this.moments.get(recordingId, seconds);
  }
}
