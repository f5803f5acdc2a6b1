import { Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Permission, Requires } from '#src/trust/access/index.js';
import type { Page } from '../../rendering/page.js';
import { Pages } from '../../rendering/pages.decorator.js';
import { RecoveryPages } from './recovery.pages.js';

@Pages()
export class OwnRecoveryController {
  constructor(private readonly pages: RecoveryPages) {}

  @Get('account/recovery-codes')
  @Requires(Permission.OwnAccount)
  showRecoveryCodes(): Promise<Page> {
    return this.pages.show();
  }

  @Post('account/recovery-codes')
  @Requires(Permission.OwnAccount)
  renewRecoveryCodes(@Req() request: Request): Promise<Page> {
    return this.pages.renew(request);
  }
}
