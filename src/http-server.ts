import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule, type AppSettings } from './app.module.js';
import { configureHttp } from './foundation/common/index.js';
import type { HearthConfig } from './foundation/config/index.js';
import { Sealer } from './trust/audit/index.js';
import { JobWorker } from './foundation/jobs/index.js';
import { SearchKeeper } from './holdings/search/index.js';
import { TRANSCRIPT_BODIES } from './record/testimony/index.js';
import { useSessions } from './trust/accounts/index.js';
import { observeHttp, StructuredLogger } from './foundation/observability/index.js';
import { StartupError, codeOf } from './foundation/startup/index.js';

/** After so long an answer still in flight is cut off: a client that does not read must not hold up the end. */
const drainMilliseconds = 10_000;

export interface Application {
  readonly app: NestExpressApplication;
  readonly logger: StructuredLogger;
  /** Takes no new request, answers those in flight, closes the pools. */
  close(): Promise<void>;
}

export async function createApplication(settings: AppSettings): Promise<Application> {
  const { config } = settings;
  const logger = settings.logger ?? new StructuredLogger({ level: config.logLevel });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot({ ...settings, logger }), {
    // What goes wrong until the server listens is told by the start itself, in one line.
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  observeHttp(app);
  configureHttp(app, { ...config, largeBodies: TRANSCRIPT_BODIES });
  useSessions(app);
  const close = async () => {
    const server: Server = app.getHttpServer();
    const cut = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
    await app.close();
    clearTimeout(cut);
    logger.close();
  };
  return { app, logger, close };
}

/** Where it then answers on this machine, without a slash at the end. */
export async function listen({ app, logger }: Application, config: HearthConfig): Promise<string> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    throw listenTrouble(error, config);
  }
  app.useLogger(logger);
  app.get(SearchKeeper).start();
  app.get(Sealer).start();
  if (config.worker) app.get(JobWorker).start();
  return urlOf(app.getHttpServer(), config.host);
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  // What listens everywhere is reached here by loopback.
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function listenTrouble(error: unknown, { port, host }: HearthConfig): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartupError(
        `Port ${port} on ${host} is already in use. Choose another: PORT=${port === 65_535 ? 3001 : port + 1} npm start`,
        { cause: error },
      );
    case 'EACCES':
      return new StartupError(
        `This user may not listen on port ${port}. Choose another: PORT=3000 npm start`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartupError('HOST is no address of this machine. Choose one: HOST=127.0.0.1 npm start');
    default:
      return error;
  }
}
