import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { currentActor } from '#src/trust/access/index.js';
import type { Onward, Page } from '../rendering/page.js';
import { onwardFrom } from '../signing/stages.js';

@Injectable()
export class AccountPages {
  /** Whoever has not come so far goes on where signing in stands. */
  show(request: Request): Page | Onward {
    const { stage } = request.session;
    const onward = stage === 'whole' ? undefined : onwardFrom(stage);
    if (onward) return onward;
    const { name, roles } = currentActor();
    return {
      view: 'account/account.njk',
      title: 'account.title',
      data: { name, roles: roles.filter((role) => role !== 'public') },
      personal: true,
    };
  }
}
