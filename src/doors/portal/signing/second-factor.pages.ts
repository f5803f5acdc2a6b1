import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '#src/foundation/common/index.js';
import { SecondFactorDto, SecondFactorService, SignInService } from '#src/trust/accounts/index.js';
import { checked } from '../forms/checked.js';
import { fieldsOf, type Form } from '../forms/form.js';
import { jsonField } from '../forms/json-field.js';
import { attempt, type Refusal } from '../forms/refusal.js';
import { Onward, type Page } from '../rendering/page.js';
import { onwardFrom } from './stages.js';

/** The second step of signing in: a passkey, an app's code, or a recovery code. */
@Injectable()
export class SecondFactorPages {
  constructor(
    private readonly signing: SignInService,
    private readonly factor: SecondFactorService,
  ) {}

  async show(request: Request, refusal?: Refusal): Promise<Page | Onward> {
    const { stage, secondFactors } = await this.signing.state(request);
    if (stage !== 'second_factor') return onwardFrom(stage) ?? new Onward('/sign-in');
    const hasPasskey = secondFactors.includes('passkey');
    return {
      view: 'signing/second-factor.njk',
      title: 'signing.secondFactor.title',
      data: {
        hasPasskey,
        hasApp: secondFactors.includes('totp'),
        options: hasPasskey ? await this.options(request) : undefined,
      },
      islands: hasPasskey ? ['passkey'] : [],
      personal: true,
      refusal,
    };
  }

  take(form: Form, request: Request): Promise<Page | Onward> {
    const work = async (): Promise<Page | Onward> => {
      const input = await checked(SecondFactorDto, proofIn(form));
      const { stage } = await this.factor.verify(input, request);
      return onwardFrom(stage) ?? new Onward('/sign-in');
    };
    return attempt(work, (refusal) => this.show(request, refusal));
  }

  /** As JSON; undefined where a browser would let no passkey be used. */
  private async options(request: Request): Promise<string | undefined> {
    try {
      return JSON.stringify(await this.factor.options(request));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'PASSKEYS_UNAVAILABLE') return undefined;
      throw error;
    }
  }
}

/** Each kind has a form of its own, so one field is filled. People write codes in groups. */
function proofIn(form: Form): object {
  const { totp, response, recoveryCode } = fieldsOf(form, 'totp', 'response', 'recoveryCode');
  if (response !== '') return { passkey: jsonField('passkey', response) };
  if (recoveryCode !== '') return { recoveryCode: recoveryCode.trim() };
  return { totp: totp.replaceAll(/\s/g, '') };
}
