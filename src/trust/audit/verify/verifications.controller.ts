import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiProblems, IdempotencyKey } from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { VerificationService } from './verification.service.js';

export class VerificationAskedDto {
  /** Whose result says `intact`, or the first `fault` with its `position` and `entryId`. */
  @ApiProperty({ format: 'uuid' })
  jobId: string;

  static from(jobId: string): VerificationAskedDto {
    return Object.assign(new VerificationAskedDto(), { jobId });
  }
}

@ApiTags('Audit')
@Controller('audit-verifications')
export class VerificationsController {
  constructor(private readonly verifications: VerificationService) {}

  /** Reads the whole log again and compares it with its seals and anchors: a job, told of by `Location`. */
  @Post()
  @HttpCode(202)
  @Requires(Permission.AuditVerify)
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'A repeat within 24 hours answers the same job',
  })
  @ApiResponse({
    status: 202,
    type: VerificationAskedDto,
    headers: { Location: { description: 'The job', schema: { type: 'string' } } },
  })
  @ApiProblems(400, 409, 422, 429)
  async verifyAuditLog(
    @Res({ passthrough: true }) response: Response,
    @IdempotencyKey() key?: string,
  ): Promise<VerificationAskedDto> {
    const jobId = await this.verifications.ask(key);
    response.setHeader('Location', `/api/v1/jobs/${jobId}`);
    return VerificationAskedDto.from(jobId);
  }
}
