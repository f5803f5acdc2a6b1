import { Body, Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { SigningIn } from '#src/trust/access/index.js';
import type { Form } from '../forms/form.js';
import type { Onward, Page } from '../rendering/page.js';
import { Pages } from '../rendering/pages.decorator.js';
import { SecondFactorPages } from './second-factor.pages.js';

@Pages()
export class SecondFactorPageController {
  constructor(private readonly pages: SecondFactorPages) {}

  @Get('sign-in/second-factor')
  @SigningIn()
  showSecondFactor(@Req() request: Request): Promise<Page | Onward> {
    return this.pages.show(request);
  }

  @Post('sign-in/second-factor')
  @SigningIn()
  takeSecondFactor(@Body() form: Form, @Req() request: Request): Promise<Page | Onward> {
    return this.pages.take(form, request);
  }
}
