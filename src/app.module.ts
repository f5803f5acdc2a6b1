import { type DynamicModule, Module } from '@nestjs/common';
import { CommonModule, SECRET_KEY } from './foundation/common/index.js';
import { CONFIG, type HearthConfig } from './foundation/config/index.js';
import {
  type DatabaseLogins,
  DatabaseModule,
  Database,
  PUBLIC_SESSION,
} from './foundation/database/index.js';
import { JobsModule } from './foundation/jobs/index.js';
import { MailModule } from './foundation/mail/index.js';
import { ObservabilityModule, Readiness, StructuredLogger } from './foundation/observability/index.js';
import { JobsDoorModule } from './doors/jobs/index.js';
import { PortalModule } from './doors/portal/index.js';
import { ReferenceModule } from './doors/reference/index.js';
import { PublicationModule } from './deliberation/publication/index.js';
import { ENTITIES } from './entities.js';
import { SearchModule } from './holdings/search/index.js';
import { CommissionModule } from './record/commission/index.js';
import { HearingsModule } from './record/hearings/index.js';
import { ProceedingsModule } from './record/proceedings/index.js';
import { SampleModule } from './record/sample/index.js';
import { TestimonyModule } from './record/testimony/index.js';
import { AccessModule, Public } from './trust/access/index.js';
import { AccountsModule } from './trust/accounts/index.js';
import { AuditModule } from './trust/audit/index.js';

export interface AppSettings {
  readonly config: HearthConfig;
  readonly logins: DatabaseLogins;
  /** Seals cursors; at least 32 bytes. */
  readonly secret: Buffer;
  /** Absent: one of the configured level, to stdout. */
  readonly logger?: StructuredLogger;
}

const PROBE = { name: 'readiness', text: 'select 1', values: [] };

/** The list of rooms. */
@Module({})
export class AppModule {
  constructor(readiness: Readiness, database: Database) {
    const check = async () => void (await database.rows(PUBLIC_SESSION, PROBE));
    readiness.register({ name: 'database', check });
  }

  static forRoot({ config, logins, secret, logger }: AppSettings): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        CommonModule.with({ provide: SECRET_KEY, useValue: secret }),
        ObservabilityModule.with({
          logger: logger ?? new StructuredLogger({ level: config.logLevel }),
          asPublic: Public(),
          host: config.host,
          ...(config.metricsPort !== undefined && { metricsPort: config.metricsPort }),
        }),
        DatabaseModule.forRoot(logins, ENTITIES),
        MailModule,
        JobsModule,
        AccessModule,
        AuditModule,
        AccountsModule,
        SearchModule,
        // Before the hearings: `hearings/:hearingId` would take `hearings/….ics` for an id.
        PublicationModule,
        CommissionModule,
        HearingsModule,
        ProceedingsModule,
        TestimonyModule,
        SampleModule,
        JobsDoorModule,
        ReferenceModule,
        PortalModule,
      ],
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
