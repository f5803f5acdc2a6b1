import { Get, Req } from '@nestjs/common';
import type { Request } from 'express';
import { SigningIn } from '#src/trust/access/index.js';
import type { Onward, Page } from '../rendering/page.js';
import { Pages } from '../rendering/pages.decorator.js';
import { AccountPages } from './account.pages.js';

@Pages()
export class OwnAccountController {
  constructor(private readonly pages: AccountPages) {}

  @Get('account')
  @SigningIn()
  showAccount(@Req() request: Request): Page | Onward {
    return this.pages.show(request);
  }
}
