import { Module } from '@nestjs/common';
import { AssetsController } from './assets/assets.controller.js';
import { PortalDoor } from './door/portal-door.js';
import { HomeController } from './home/home.controller.js';
import { PageRenderer } from './rendering/page-renderer.js';

/** The house for people: pages made on the server from the same services as the interface. */
@Module({
  controllers: [AssetsController, HomeController],
  providers: [PageRenderer, PortalDoor],
})
export class PortalModule {}
