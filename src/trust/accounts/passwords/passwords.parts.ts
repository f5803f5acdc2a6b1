import type { Provider, Type } from '@nestjs/common';
import { Attempts } from '../throttle/attempts.js';
import { CounterStore } from '../throttle/counters.js';
import { KnownBrowser } from '../throttle/known-browser.js';
import { ThrottleKeys } from '../throttle/throttle-keys.js';
import { AccountLinks } from '../tokens/account-links.js';
import { AccountMail } from '../tokens/account-mail.js';
import { AccountTokens } from '../tokens/account-tokens.js';
import { AccountOwnerRepository } from './account-owner.repository.js';
import { OwnPasswordService } from './own-password.service.js';
import { PasswordController } from './password.controller.js';
import { PasswordResetService } from './password-reset.service.js';
import { Passwords } from './passwords.js';
import { PersonalWords } from './rules/personal-words.js';

export const PASSWORD_CONTROLLERS: Type[] = [PasswordController];

/** Passwords, the tokens that set them, and the counting of who tries. */
export const PASSWORD_PROVIDERS: Provider[] = [
  Passwords,
  PersonalWords,
  AccountOwnerRepository,
  PasswordResetService,
  OwnPasswordService,
  AccountTokens,
  AccountLinks,
  AccountMail,
  ThrottleKeys,
  KnownBrowser,
  CounterStore,
  Attempts,
];
