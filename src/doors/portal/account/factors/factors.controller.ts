import { Body, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { UuidParam } from '#src/foundation/common/index.js';
import { SigningIn } from '#src/trust/access/index.js';
import type { Form } from '../../forms/form.js';
import type { Onward, Page } from '../../rendering/page.js';
import { Pages } from '../../rendering/pages.decorator.js';
import { EnrolmentPages } from './enrolment.pages.js';
import { FactorPages } from './factors.pages.js';

@Pages()
export class OwnFactorsController {
  constructor(
    private readonly factors: FactorPages,
    private readonly enrolment: EnrolmentPages,
  ) {}

  @Get('account/factors')
  @SigningIn()
  showFactors(@Req() request: Request): Promise<Page> {
    return this.factors.list(request);
  }

  @Get('account/factors/add/:kind')
  @SigningIn()
  showAddFactor(@Param('kind') kind: string, @Req() request: Request): Page {
    return this.enrolment.ask(kind, request);
  }

  @Post('account/factors/add/:kind')
  @SigningIn()
  addFactor(
    @Param('kind') kind: string,
    @Body() form: Form,
    @Req() request: Request,
  ): Promise<Page | Onward> {
    return this.enrolment.enrol(kind, form, request);
  }

  @Post('account/factors/:factorId/confirm')
  @SigningIn()
  confirmFactor(
    @UuidParam('factorId') id: string,
    @Body() form: Form,
    @Req() request: Request,
  ): Promise<Page | Onward> {
    return this.enrolment.confirm(id, form, request);
  }

  @Get('account/factors/:factorId/remove')
  @SigningIn()
  showRemoveFactor(@UuidParam('factorId') id: string): Promise<Page> {
    return this.factors.askToRemove(id);
  }

  @Post('account/factors/:factorId/remove')
  @SigningIn()
  removeFactor(@UuidParam('factorId') id: string, @Req() request: Request): Promise<Page | Onward> {
    return this.factors.remove(id, request);
  }
}
