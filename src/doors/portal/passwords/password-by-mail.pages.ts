import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import {
  ConfirmPasswordResetDto,
  PasswordResetService,
  RequestPasswordResetDto,
} from '#src/trust/accounts/index.js';
import { checked } from '../forms/checked.js';
import { fieldsOf, type Form } from '../forms/form.js';
import { attempt, type Refusal } from '../forms/refusal.js';
import { Onward, type Page } from '../rendering/page.js';

/** The two mails whose code sets a password. */
type Occasion = 'reset' | 'invitation';

/** Setting a password by a code that was mailed: when it was forgotten, and at the very first. */
@Injectable()
export class PasswordByMailPages {
  constructor(private readonly resets: PasswordResetService) {}

  forgotten(email = '', refusal?: Refusal): Page {
    return page('forgotten', { email }, { refusal });
  }

  takeForgotten(form: Form, request: Request): Promise<Page | Onward> {
    const { email } = fieldsOf(form, 'email');
    const work = async (): Promise<Page | Onward> => {
      await this.resets.request(await checked(RequestPasswordResetDto, { email: email.trim() }), request);
      return new Onward('/forgotten-password/sent');
    };
    return attempt(work, (refusal) => this.forgotten(email, refusal));
  }

  sent(): Page {
    return page('sent');
  }

  choose(occasion: Occasion, token = '', refusal?: Refusal): Page {
    return page(
      'choose',
      { occasion, token },
      { title: `passwords.${occasion}.title`, refusal, islands: ['token'] },
    );
  }

  takeChosen(occasion: Occasion, form: Form, request: Request): Promise<Page | Onward> {
    const fields = fieldsOf(form, 'token', 'password');
    const token = fields.token.trim();
    const work = async (): Promise<Page | Onward> => {
      await this.resets.confirm(await checked(ConfirmPasswordResetDto, { ...fields, token }), request);
      return new Onward('/password-set');
    };
    return attempt(work, (refusal) => this.choose(occasion, token, refusal));
  }

  done(): Page {
    return page('done');
  }
}

function page(name: string, data: object = {}, rest: Partial<Page> = {}): Page {
  return { view: `passwords/${name}.njk`, title: `passwords.${name}.title`, data, personal: true, ...rest };
}
