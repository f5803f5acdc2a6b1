import type { Provider, Type } from '@nestjs/common';
import { ConfirmationService } from './confirmation.service.js';
import { EnrolmentService } from './enrolment.service.js';
import { FactorController } from './factor.controller.js';
import { FactorOwner } from './factor-owner.js';
import { FactorsRepository } from './factors.repository.js';
import { FactorsService } from './factors.service.js';
import { FactorMail } from './notices/factor-mail.js';
import { PasskeyFactors } from './passkeys/passkey-factors.js';
import { Passkeys } from './passkeys/passkeys.js';
import { RelyingParty } from './passkeys/relying-party.js';
import { RecoveryCodeController } from './recovery/recovery-code.controller.js';
import { RecoveryCodeService } from './recovery/recovery-code.service.js';
import { RecoveryCodes } from './recovery/recovery-codes.js';
import { SecondFactors } from './second-factors.js';
import { TotpFactors } from './totp/totp-factors.js';
import { TotpSecrets } from './totp/totp-secrets.js';
import { ProofJudge } from './verification/proof-judge.js';
import { SecondFactorController } from './verification/second-factor.controller.js';
import { SecondFactorService } from './verification/second-factor.service.js';
import { SessionTries } from './verification/session-tries.js';

export const FACTOR_CONTROLLERS: Type[] = [FactorController, RecoveryCodeController, SecondFactorController];

/** What pages ask. */
export const FACTOR_EXPORTS: Type[] = [
  FactorsService,
  EnrolmentService,
  ConfirmationService,
  RecoveryCodeService,
  SecondFactorService,
];

export const FACTOR_PROVIDERS: Provider[] = [
  ...FACTOR_EXPORTS,
  FactorMail,
  FactorOwner,
  FactorsRepository,
  PasskeyFactors,
  Passkeys,
  ProofJudge,
  RecoveryCodes,
  RelyingParty,
  SecondFactors,
  SessionTries,
  TotpFactors,
  TotpSecrets,
];
