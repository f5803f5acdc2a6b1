import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Gate } from './gate.js';
import { AccessGuard } from './guard/access.guard.js';

@Global()
@Module({
  providers: [Gate, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Gate],
})
export class AccessModule {}
