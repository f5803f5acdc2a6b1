import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { randomUUID } from 'node:crypto';
import { DomainError, notFound } from '#src/foundation/common/index.js';
import {
  ConfirmationService,
  ConfirmFactorDto,
  EnrolFactorDto,
  EnrolmentService,
} from '#src/trust/accounts/index.js';
import { checked } from '../../forms/checked.js';
import { fieldsOf, type Form } from '../../forms/form.js';
import { jsonField } from '../../forms/json-field.js';
import { attempt, type Refusal } from '../../forms/refusal.js';
import { Onward, type Page } from '../../rendering/page.js';
import { leaveNotice } from '../../rendering/session-notice.js';
import { codesPage } from './codes-page.js';
import { qrCode } from './qr-code.js';

type Kind = 'totp' | 'passkey';

/** What the form carries on, so that a wrong code is answered with the same picture again. */
interface Wish {
  readonly kind: Kind;
  readonly name: string;
  readonly key: string;
}

/** Setting up a second factor: its name, then what sets it up, then the proof that it works. */
@Injectable()
export class EnrolmentPages {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly confirmation: ConfirmationService,
  ) {}

  ask(kind: string, request: Request): Page {
    return askPage({ kind: kindOf(kind), name: '', key: randomUUID() }, isFirst(request));
  }

  enrol(kind: string, form: Form, request: Request): Promise<Page | Onward> {
    const wish = { kind: kindOf(kind), ...fieldsOf(form, 'name', 'key') };
    return attempt<Page | Onward>(
      () => this.setUp(wish, request),
      (refusal) => askPage({ ...wish, key: randomUUID() }, isFirst(request), refusal),
    );
  }

  confirm(id: string, form: Form, request: Request): Promise<Page | Onward> {
    const { kind, ...fields } = fieldsOf(form, 'kind', 'name', 'key');
    const wish = { ...fields, kind: kindOf(kind) };
    return attempt<Page | Onward>(
      () => this.prove(id, wish.kind, form, request),
      (refusal) => this.again(wish, request, refusal),
    );
  }

  private async prove(id: string, kind: Kind, form: Form, request: Request): Promise<Page | Onward> {
    const { totp, response } = fieldsOf(form, 'totp', 'response');
    const proof =
      kind === 'totp' ? { totp: totp.replaceAll(/\s/g, '') } : { passkey: jsonField('passkey', response) };
    const input = await checked(ConfirmFactorDto, proof);
    const { recoveryCodes } = await this.confirmation.confirm(id, input, request);
    if (recoveryCodes.length > 0) return codesPage(recoveryCodes);
    await leaveNotice(request, 'factor_added');
    return new Onward('/account/factors');
  }

  /** The same key is the same factor: an app's picture stays, a passkey's challenge is used up. */
  private again(wish: Wish, request: Request, refusal: Refusal): Promise<Page> | Page {
    if (wish.kind === 'passkey') {
      const complaints = refusal.complaints.map(({ code }) => ({ code }));
      return askPage({ ...wish, key: randomUUID() }, isFirst(request), { ...refusal, complaints });
    }
    return this.setUp(wish, request, refusal);
  }

  private async setUp(wish: Wish, request: Request, refusal?: Refusal): Promise<Page> {
    const { kind, name, key } = wish;
    if (key === '') throw new DomainError('malformed', 'VALIDATION', 'The form is not one of ours.');
    const input = await checked(EnrolFactorDto, { kind, name: name.trim() });
    const { id, totp, passkey } = await this.enrolment.enrol(input, request, key);
    return {
      view: `account/factors/set-up-${kind}.njk`,
      title: `factors.setUp.${kind}.title`,
      data: {
        id,
        ...wish,
        ...(totp && { secret: grouped(totp.secret), qr: qrCode(totp.uri) }),
        ...(passkey && { options: JSON.stringify(passkey) }),
      },
      islands: passkey ? ['passkey'] : [],
      personal: true,
      refusal,
    };
  }
}

function askPage(wish: Wish, isFirst: boolean, refusal?: Refusal): Page {
  return {
    view: 'account/factors/add.njk',
    title: `factors.add.${wish.kind}.title`,
    data: { ...wish, isFirst },
    personal: true,
    refusal,
  };
}

function kindOf(word: string): Kind {
  if (word === 'totp' || word === 'passkey') return word;
  throw notFound('PAGE_NOT_FOUND', 'page');
}

const isFirst = (request: Request): boolean => request.session.stage === 'enrolment';

/** In fours: it is read from a screen and typed. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
