import { randomBytes } from 'node:crypto';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '#src/app.module.js';
import { importing } from '#src/record/testimony/index.js';
import { actAs } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { ownerOf, withDatabase } from './database.js';
import type { Terminal } from './terminal.js';

export interface ServicesWish {
  /** For what only whoever runs the installation may: without the owner's login the command is refused. */
  asOwner?: boolean;
  /** For what makes links: they name the running server, or this machine, where no `PUBLIC_URL` is set. */
  withLinks?: boolean;
}

/** Does a command's work with the services of the rooms, as the operator. */
export function withServices<T>(
  terminal: Terminal,
  work: (get: <S>(service: Type<S>) => S) => Promise<T>,
  { asOwner = false, withLinks = false }: ServicesWish = {},
): Promise<T> {
  return withDatabase(terminal, async (database, config) => {
    const { logins } = database;
    if (asOwner) ownerOf(database);
    // The port for metrics is the server's.
    const { metricsPort: _servers, ...own } = config;
    if (withLinks) own.publicUrl ??= database.serverUrl ?? `http://localhost:${config.port}`;
    // It seals the cursors of lists, and a command hands none out.
    const secret = randomBytes(32);
    const { HearingImportModule } = await importing();
    const services: INestApplicationContext = await NestFactory.createApplicationContext(
      {
        module: CommandModule,
        imports: [AppModule.forRoot({ config: own, logins, secret }), HearingImportModule],
      },
      { logger: false, abortOnError: false },
    );
    try {
      return await actAs(OPERATOR, () => work((service) => services.get(service, { strict: false })));
    } finally {
      await services.close();
    }
  });
}

class CommandModule {}
