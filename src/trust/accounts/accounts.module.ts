import { Global, Module } from '@nestjs/common';
import { JOB_OWNERS } from '#src/foundation/jobs/index.js';
import { AUTHENTICATOR } from '#src/trust/access/index.js';
import { ActingOwners } from './acting-owners.js';
import { ApiKeyController } from './keys/api-key.controller.js';
import { ApiKeyRepository } from './keys/api-key.repository.js';
import { ApiKeyService } from './keys/api-key.service.js';
import { FACTOR_CONTROLLERS, FACTOR_EXPORTS, FACTOR_PROVIDERS } from './factors/factors.providers.js';
import {
  SINGLE_SIGN_ON_CONTROLLERS,
  SINGLE_SIGN_ON_PROVIDERS,
} from './single-sign-on/single-sign-on.providers.js';
import { KeyAuthenticator } from './keys/key-authenticator.js';
import { PASSWORD_CONTROLLERS, PASSWORD_PROVIDERS } from './passwords/passwords.parts.js';
import { PersonalWords } from './passwords/rules/personal-words.js';
import { OwnPasswordService } from './passwords/own-password.service.js';
import { PasswordResetService } from './passwords/password-reset.service.js';
import { Passwords } from './passwords/passwords.js';
import { RequestAuthenticator } from './request-authenticator.js';
import { Csrf } from './sessions/csrf.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionMiddleware } from './sessions/session-middleware.js';
import { SessionStore } from './sessions/session-store.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInService } from './sessions/sign-in.service.js';
import { AccountLinks } from './tokens/account-links.js';
import { AccountMail } from './tokens/account-mail.js';
import { AccountTokens } from './tokens/account-tokens.js';
import { Attempts } from './throttle/attempts.js';
import { AccountsDesk } from './shared/accounts-desk.js';
import { RolesRepository } from './shared/roles.repository.js';
import { USERS_CONTROLLERS, USERS_PROVIDERS } from './users/users.providers.js';

@Global()
@Module({
  controllers: [
    SessionController,
    ApiKeyController,
    ...PASSWORD_CONTROLLERS,
    ...FACTOR_CONTROLLERS,
    ...SINGLE_SIGN_ON_CONTROLLERS,
    ...USERS_CONTROLLERS,
  ],
  providers: [
    AccountsDesk,
    RolesRepository,
    KeyAuthenticator,
    ApiKeyRepository,
    ApiKeyService,
    Csrf,
    SessionStore,
    SessionMiddleware,
    SessionsRepository,
    SessionsService,
    SignInService,
    ...PASSWORD_PROVIDERS,
    ...FACTOR_PROVIDERS,
    ...SINGLE_SIGN_ON_PROVIDERS,
    ...USERS_PROVIDERS,
    { provide: AUTHENTICATOR, useClass: RequestAuthenticator },
    { provide: JOB_OWNERS, useClass: ActingOwners },
  ],
  exports: [
    Attempts,
    PersonalWords,
    AUTHENTICATOR,
    JOB_OWNERS,
    AccountLinks,
    AccountMail,
    AccountTokens,
    AccountsDesk,
    Csrf,
    OwnPasswordService,
    PasswordResetService,
    Passwords,
    SessionsService,
    SignInService,
    ...FACTOR_EXPORTS,
  ],
})
export class AccountsModule {}
