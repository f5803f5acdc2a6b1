import type { DataSourceOptions, EntityTarget, MixedList, ObjectLiteral } from 'typeorm';
import { SnakeNaming } from './naming.js';

/** TypeORM's options for a login; migrations are run by `migrate()`, never by a running server. */
export function dataSourceOptions(
  url: string,
  entities: EntityTarget<ObjectLiteral>[],
  migrations: MixedList<new () => object> = [],
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'hearth write',
    entities: entities as never,
    migrations: migrations as never,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeNaming(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    logging: false,
    poolSize: 10,
    connectTimeoutMS: 5_000,
  };
}
