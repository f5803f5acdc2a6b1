import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ChangeOwnPasswordDto, OwnPasswordService } from '#src/trust/accounts/index.js';
import { checked } from '../forms/checked.js';
import { fieldsOf, type Form } from '../forms/form.js';
import { attempt, type Refusal } from '../forms/refusal.js';
import { Onward, type Page } from '../rendering/page.js';
import { leaveNotice } from '../rendering/session-notice.js';

@Injectable()
export class OwnPasswordPages {
  constructor(private readonly own: OwnPasswordService) {}

  show(refusal?: Refusal): Page {
    return { view: 'passwords/own.njk', title: 'passwords.own.title', personal: true, refusal };
  }

  take(form: Form, request: Request): Promise<Page | Onward> {
    const work = async (): Promise<Page | Onward> => {
      const fields = fieldsOf(form, 'currentPassword', 'newPassword');
      await this.own.change(await checked(ChangeOwnPasswordDto, fields), request);
      await leaveNotice(request, 'password_changed');
      return new Onward('/account');
    };
    return attempt(work, (refusal) => this.show(refusal));
  }
}
