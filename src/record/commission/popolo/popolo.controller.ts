import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { PopoloImport } from './importing/popolo-import.service.js';
import { answeringProblems } from './importing/popolo-problems.js';
import { PopoloDto } from './popolo.dto.js';
import { PopoloExport } from './popolo-export.service.js';
import { ImportPopoloQuery, PopoloReportDto } from './popolo-import.dto.js';

@ApiTags('Commission')
@Controller('commission/popolo')
export class PopoloController {
  constructor(
    private readonly popolo: PopoloExport,
    private readonly intake: PopoloImport,
  ) {}

  /** Gives the commission as Popolo JSON: who holds and held which post, as far as the caller may know of it. */
  @Get()
  @Public('commission:read')
  @ApiOkResponse({ type: PopoloDto })
  @ApiProblems(429)
  exportPopolo(): Promise<PopoloDto> {
    return this.popolo.run();
  }

  /**
   * Takes people, posts and memberships in from Popolo JSON, whole or not at all. The same again changes nothing. 400
   * `VALIDATION` for the form, 422 `POPOLO_REFUSED` for what cannot stand or is there otherwise (`DIFFERS`): every
   * reason with its place.
   */
  @Post()
  @HttpCode(200)
  @Requires(Permission.CommissionUpdate)
  @ApiBody({
    description: 'As `exportPopolo` gives it, or of another maker; at most 1 MiB and 10,000 values.',
    schema: { type: 'object', example: { persons: [{ id: 'ada', name: 'Ada Lovelace' }] } },
  })
  @ApiOkResponse({ type: PopoloReportDto })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422, 429)
  async importPopolo(
    @Query() { dryRun }: ImportPopoloQuery,
    @Body() file: unknown,
  ): Promise<PopoloReportDto> {
    return PopoloReportDto.from(
      await answeringProblems(() => this.intake.take(file, { dryRun: dryRun ?? false })),
    );
  }
}
