import { Controller, Get, Header, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiProblems } from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { RecoveryCodesDto, RecoveryStateDto } from './recovery-code.dto.js';
import { RecoveryCodeService } from './recovery-code.service.js';

@ApiTags('Accounts')
@Controller('users/me/recovery-codes')
export class RecoveryCodeController {
  constructor(private readonly codes: RecoveryCodeService) {}

  /** How many of your recovery codes are left. */
  @Get()
  @Requires(Permission.OwnAccount)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: RecoveryStateDto })
  @ApiProblems(429)
  getRecoveryCodes(): Promise<RecoveryStateDto> {
    return this.codes.state();
  }

  /** Makes ten new recovery codes, each good once; the old ones are void. Needs a recent proof (403 `PROOF_TOO_OLD`). */
  @Post()
  @Requires(Permission.OwnAccount)
  @ApiCreatedResponse({ type: RecoveryCodesDto })
  @ApiProblems(429)
  renewRecoveryCodes(@Req() request: Request): Promise<RecoveryCodesDto> {
    return this.codes.renew(request);
  }
}
