import { type DynamicModule, Module } from '@nestjs/common';
import { CommonModule, SECRET_KEY } from './foundation/common/index.js';
import { CONFIG, type HearthConfig } from './foundation/config/index.js';
import { DatabaseModule, type DatabaseLogins } from './foundation/database/index.js';
import { ReferenceModule } from './doors/reference/index.js';
import { ENTITIES } from './entities.js';
import { SearchModule } from './holdings/search/index.js';
import { CommissionModule } from './record/commission/index.js';
import { TestimonyModule } from './record/testimony/index.js';
import { AccessModule } from './trust/access/index.js';
import { AccountsModule } from './trust/accounts/index.js';
import { AuditModule } from './trust/audit/index.js';

export interface AppSettings {
  readonly config: HearthConfig;
  readonly logins: DatabaseLogins;
  /** Seals cursors; at least 32 bytes. */
  readonly secret: Buffer;
}

/** The list of rooms. */
@Module({})
export class AppModule {
  static forRoot({ config, logins, secret }: AppSettings): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        CommonModule.with({ provide: SECRET_KEY, useValue: secret }),
        DatabaseModule.forRoot(logins, ENTITIES),
        AccessModule,
        AuditModule,
        AccountsModule,
        SearchModule,
        CommissionModule,
        TestimonyModule,
        ReferenceModule,
      ],
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
