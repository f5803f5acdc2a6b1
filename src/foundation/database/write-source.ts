import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { LOGINS, type DatabaseLogins } from './connections/logins.js';

/** Every entity of every room, given by the application's root. */
export const ENTITIES = Symbol('Entities');

/** The data source of the writes. It connects at the first write: a start, and most requests, only read. */
@Injectable()
export class WriteSource implements OnApplicationShutdown {
  private connecting: Promise<DataSource> | undefined;

  constructor(
    @Inject(LOGINS) private readonly logins: DatabaseLogins,
    @Inject(ENTITIES) private readonly entities: EntityTarget<ObjectLiteral>[],
  ) {}

  async get(): Promise<DataSource> {
    this.connecting ??= new DataSource(dataSourceOptions(this.logins.appUrl, this.entities)).initialize();
    try {
      return await this.connecting;
    } catch (error) {
      this.connecting = undefined; // the database was away: the next write tries again
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const source = await this.connecting?.catch(() => undefined);
    await source?.destroy();
  }
}
