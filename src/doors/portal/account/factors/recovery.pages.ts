import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { RecoveryCodeService } from '#src/trust/accounts/index.js';
import type { Page } from '../../rendering/page.js';
import { codesPage } from './codes-page.js';

@Injectable()
export class RecoveryPages {
  constructor(private readonly recovery: RecoveryCodeService) {}

  async show(): Promise<Page> {
    const { left } = await this.recovery.state();
    return {
      view: 'account/factors/recovery.njk',
      title: 'factors.recovery.title',
      data: { left },
      personal: true,
    };
  }

  async renew(request: Request): Promise<Page> {
    const { codes } = await this.recovery.renew(request);
    return codesPage(codes);
  }
}
