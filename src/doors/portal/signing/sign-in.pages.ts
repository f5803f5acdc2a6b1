import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import { SessionsService, SignInDto, SignInService } from '#src/trust/accounts/index.js';
import { checked } from '../forms/checked.js';
import { fieldsOf, type Form } from '../forms/form.js';
import { attempt, type Refusal } from '../forms/refusal.js';
import { Onward, type Page } from '../rendering/page.js';
import { onwardFrom } from './stages.js';

/** The first step of signing in, and the way out. */
@Injectable()
export class SignInPages {
  constructor(
    private readonly signing: SignInService,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: HearthConfig,
  ) {}

  signIn(request: Request): Page | Onward {
    return onwardFrom(request.session?.stage) ?? this.page();
  }

  takeSignIn(form: Form, request: Request): Promise<Page | Onward> {
    const { email, password } = fieldsOf(form, 'email', 'password');
    const work = async (): Promise<Page | Onward> => {
      const input = await checked(SignInDto, { email: email.trim(), password });
      const { stage } = await this.signing.signIn(input, request);
      return onwardFrom(stage) ?? this.page();
    };
    return attempt(work, (refusal) => this.page({ email, refusal }));
  }

  async signOut(request: Request, response: Response): Promise<Onward> {
    await this.sessions.endCurrent(request, response);
    return new Onward('/signed-out');
  }

  signedOut(): Page {
    return { view: 'signing/signed-out.njk', title: 'signing.signedOut.title', personal: true };
  }

  private page({ email, refusal }: { email?: string; refusal?: Refusal } = {}): Page {
    const provider = this.config.singleSignOn?.name;
    return {
      view: 'signing/sign-in.njk',
      title: 'signing.signIn.title',
      data: { email, provider },
      personal: true,
      refusal,
    };
  }
}
