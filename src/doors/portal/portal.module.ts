import { Module } from '@nestjs/common';
import { AssetsController } from './assets/assets.controller.js';
import { PortalDoor } from './door/portal-door.js';
import { HomeController } from './home/home.controller.js';
import { SessionPages } from './account/sessions.pages.js';
import { OwnSessionsController } from './account/sessions.controller.js';
import { SignInController } from './signing/sign-in.controller.js';
import { SignInPages } from './signing/sign-in.pages.js';
import { PageRenderer } from './rendering/page-renderer.js';

/** The house for people: pages made on the server from the same services as the interface. */
@Module({
  controllers: [AssetsController, HomeController, SignInController, OwnSessionsController],
  providers: [PageRenderer, PortalDoor, SignInPages, SessionPages],
})
export class PortalModule {}
