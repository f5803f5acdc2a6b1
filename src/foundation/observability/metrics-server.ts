import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { metricsAnswer } from './metrics-handler.js';
import { Metrics } from './metrics.js';
import { OBSERVABILITY, type ObservabilityOptions } from './options.js';

/** `/metrics` on a port of its own, when the operator gave one. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server?: Server;

  constructor(
    private readonly metrics: Metrics,
    @Inject(OBSERVABILITY) private readonly options: ObservabilityOptions,
  ) {}

  /** The port it listens on; undefined when there is no such server. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | null | undefined)?.port;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { metricsPort, host } = this.options;
    if (metricsPort === undefined) return;
    const answer = metricsAnswer(this.metrics);
    this.server = createServer((request, response) => {
      const refuse = (status: number) => response.writeHead(status).end();
      if (request.url?.split('?')[0] !== '/metrics') refuse(404);
      else answer(request, response, () => refuse(500));
    });
    this.server.listen(metricsPort, host);
    await once(this.server, 'listening');
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.server?.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
