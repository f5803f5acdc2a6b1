import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public, SigningIn } from '#src/trust/access/index.js';
import type { Form } from '../forms/form.js';
import type { Onward, Page } from '../rendering/page.js';
import { Pages } from '../rendering/pages.decorator.js';
import { SignInPages } from './sign-in.pages.js';

@Pages()
export class SignInController {
  constructor(private readonly pages: SignInPages) {}

  @Get('sign-in')
  @Public()
  showSignIn(@Req() request: Request): Page | Onward {
    return this.pages.signIn(request);
  }

  @Post('sign-in')
  @Public()
  takeSignIn(@Body() form: Form, @Req() request: Request): Promise<Page | Onward> {
    return this.pages.takeSignIn(form, request);
  }

  @Post('sign-out')
  @SigningIn()
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Onward> {
    return this.pages.signOut(request, response);
  }

  @Get('signed-out')
  @Public()
  showSignedOut(): Page {
    return this.pages.signedOut();
  }
}
