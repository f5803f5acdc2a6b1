import { type DynamicModule, Global, Module, type ModuleMetadata, type Provider } from '@nestjs/common';
import { Drain } from './http/drain.js';
import { LastResort } from './http/last-resort.js';
import { CursorSealer, SECRET_KEY } from './lists/cursor-sealer.js';
import { Pager } from './lists/pager.js';

/** Gives every room the `Pager`. The application says where the secret comes from. */
@Global()
@Module({})
export class CommonModule {
  static with(
    secret: Exclude<Provider<Buffer>, Function> & { provide: typeof SECRET_KEY },
    imports: ModuleMetadata['imports'] = [],
  ): DynamicModule {
    return {
      module: CommonModule,
      imports,
      providers: [secret, CursorSealer, Pager, Drain, LastResort],
      exports: [SECRET_KEY, CursorSealer, Pager],
    };
  }
}
