import { Global, Module } from '@nestjs/common';
import { AUTHENTICATOR } from '#src/trust/access/index.js';
import { KeyAuthenticator } from './key-authenticator.js';

@Global()
@Module({
  providers: [{ provide: AUTHENTICATOR, useClass: KeyAuthenticator }],
  exports: [AUTHENTICATOR],
})
export class AccountsModule {}
