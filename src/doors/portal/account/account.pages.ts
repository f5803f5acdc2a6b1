import { Injectable } from '@nestjs/common';
import { currentActor } from '#src/trust/access/index.js';
import type { Page } from '../rendering/page.js';

@Injectable()
export class AccountPages {
  show(): Page {
    const { name, roles } = currentActor();
    return {
      view: 'account/account.njk',
      title: 'account.title',
      data: { name, roles: roles.filter((role) => role !== 'public') },
      personal: true,
    };
  }
}
