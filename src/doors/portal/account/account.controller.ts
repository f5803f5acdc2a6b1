import { Get } from '@nestjs/common';
import { Permission, Requires } from '#src/trust/access/index.js';
import type { Page } from '../rendering/page.js';
import { Pages } from '../rendering/pages.decorator.js';
import { AccountPages } from './account.pages.js';

@Pages()
export class OwnAccountController {
  constructor(private readonly pages: AccountPages) {}

  @Get('account')
  @Requires(Permission.OwnAccount)
  showAccount(): Page {
    return this.pages.show();
  }
}
