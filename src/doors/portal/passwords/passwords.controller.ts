import { Body, Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import type { Form } from '../forms/form.js';
import type { Onward, Page } from '../rendering/page.js';
import { Pages } from '../rendering/pages.decorator.js';
import { OwnPasswordPages } from './own-password.pages.js';
import { PasswordByMailPages } from './password-by-mail.pages.js';

@Pages()
export class PasswordsController {
  constructor(
    private readonly byMail: PasswordByMailPages,
    private readonly own: OwnPasswordPages,
  ) {}

  @Get('forgotten-password')
  @Public()
  showForgotten(): Page {
    return this.byMail.forgotten();
  }

  @Post('forgotten-password')
  @Public()
  takeForgotten(@Body() form: Form, @Req() request: Request): Promise<Page | Onward> {
    return this.byMail.takeForgotten(form, request);
  }

  @Get('forgotten-password/sent')
  @Public()
  showSent(): Page {
    return this.byMail.sent();
  }

  @Get('reset')
  @Public()
  showReset(): Page {
    return this.byMail.choose('reset');
  }

  @Post('reset')
  @Public()
  takeReset(@Body() form: Form, @Req() request: Request): Promise<Page | Onward> {
    return this.byMail.takeChosen('reset', form, request);
  }

  @Get('invitation')
  @Public()
  showInvitation(): Page {
    return this.byMail.choose('invitation');
  }

  @Post('invitation')
  @Public()
  takeInvitation(@Body() form: Form, @Req() request: Request): Promise<Page | Onward> {
    return this.byMail.takeChosen('invitation', form, request);
  }

  @Get('password-set')
  @Public()
  showPasswordSet(): Page {
    return this.byMail.done();
  }

  @Get('account/password')
  @Requires(Permission.OwnAccount)
  showOwnPassword(): Page {
    return this.own.show();
  }

  @Post('account/password')
  @Requires(Permission.OwnAccount)
  takeOwnPassword(@Body() form: Form, @Req() request: Request): Promise<Page | Onward> {
    return this.own.take(form, request);
  }
}
