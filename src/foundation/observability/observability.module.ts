import { type DynamicModule, Global, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { MetricsServer } from './metrics-server.js';
import { Metrics } from './metrics.js';
import { OBSERVABILITY, type ObservabilityOptions } from './options.js';
import { Readiness } from './readiness.js';

/** Health, metrics and the readiness registry. */
@Global()
@Module({})
export class ObservabilityModule {
  static with(options: ObservabilityOptions): DynamicModule {
    const { prototype } = HealthController;
    for (const handler of ['live', 'ready'] as const) {
      options.asPublic(prototype, handler, Object.getOwnPropertyDescriptor(prototype, handler)!);
    }
    return {
      module: ObservabilityModule,
      controllers: [HealthController],
      providers: [{ provide: OBSERVABILITY, useValue: options }, Metrics, MetricsServer, Readiness],
      exports: [Metrics, Readiness],
    };
  }
}
