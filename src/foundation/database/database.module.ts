import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Database } from './database.js';
import { Idempotency } from './idempotency.js';
import { LOGINS, type DatabaseLogins } from './connections/logins.js';
import { Pools } from './connections/pools.js';
import { WorkerDatabase } from './connections/worker-database.js';
import { UnitOfWork } from './unit-of-work.js';
import { ENTITIES, WriteSource } from './write-source.js';

@Global()
@Module({})
export class DatabaseModule {
  static forRoot(logins: DatabaseLogins, entities: EntityTarget<ObjectLiteral>[]): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: LOGINS, useValue: logins },
        { provide: ENTITIES, useValue: entities },
        Pools,
        WorkerDatabase,
        WriteSource,
        Database,
        UnitOfWork,
        Idempotency,
      ],
      exports: [LOGINS, Pools, WorkerDatabase, Database, UnitOfWork, Idempotency],
    };
  }
}
