import type { Provider, Type } from '@nestjs/common';
import { BackChannelService } from './back-channel.service.js';
import { Members } from './members.js';
import { ProviderDirectory } from './provider.js';
import { SingleSignOnController } from './single-sign-on.controller.js';
import { SingleSignOnService } from './single-sign-on.service.js';

export const SINGLE_SIGN_ON_CONTROLLERS: Type[] = [SingleSignOnController];
export const SINGLE_SIGN_ON_PROVIDERS: Provider[] = [
  ProviderDirectory,
  Members,
  SingleSignOnService,
  BackChannelService,
];
