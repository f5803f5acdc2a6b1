import { Module } from '@nestjs/common';
import { AccountPages } from './account/account.pages.js';
import { EnrolmentPages } from './account/factors/enrolment.pages.js';
import { FactorPages } from './account/factors/factors.pages.js';
import { OwnAccountController } from './account/account.controller.js';
import { OwnFactorsController } from './account/factors/factors.controller.js';
import { OwnRecoveryController } from './account/factors/recovery.controller.js';
import { OwnSessionsController } from './account/sessions/sessions.controller.js';
import { RecoveryPages } from './account/factors/recovery.pages.js';
import { SessionPages } from './account/sessions/sessions.pages.js';
import { AssetsController } from './assets/assets.controller.js';
import { PortalDoor } from './door/portal-door.js';
import { HomeController } from './home/home.controller.js';
import { OwnPasswordPages } from './passwords/own-password.pages.js';
import { PasswordByMailPages } from './passwords/password-by-mail.pages.js';
import { PasswordsController } from './passwords/passwords.controller.js';
import { PageRenderer } from './rendering/page-renderer.js';
import { SecondFactorPageController } from './signing/second-factor.controller.js';
import { SecondFactorPages } from './signing/second-factor.pages.js';
import { SignInController } from './signing/sign-in.controller.js';
import { SignInPages } from './signing/sign-in.pages.js';

/** The house for people: pages made on the server from the same services as the interface. */
@Module({
  controllers: [
    AssetsController,
    HomeController,
    SignInController,
    SecondFactorPageController,
    PasswordsController,
    OwnAccountController,
    OwnSessionsController,
    OwnFactorsController,
    OwnRecoveryController,
  ],
  providers: [
    PageRenderer,
    PortalDoor,
    SignInPages,
    SecondFactorPages,
    PasswordByMailPages,
    OwnPasswordPages,
    AccountPages,
    SessionPages,
    FactorPages,
    EnrolmentPages,
    RecoveryPages,
  ],
})
export class PortalModule {}
