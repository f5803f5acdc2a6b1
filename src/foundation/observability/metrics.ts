import { Injectable } from '@nestjs/common';
import type { Registry } from 'prom-client';
import { Durations } from './durations.js';

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** What `/metrics` says: the request histogram, and the process's own figures from the first scrape on. */
@Injectable()
export class Metrics {
  readonly durations = new Durations();
  private process?: Promise<Registry>;
  private readonly sources: (() => Promise<string>)[] = [];

  /** Asked at each scrape for lines in Prometheus' text form; one that cannot answer is left out of that scrape. */
  add(source: () => Promise<string>): void {
    this.sources.push(source);
  }

  async render(): Promise<string> {
    this.process ??= processMetrics();
    const registry = await this.process;
    const answers = await Promise.allSettled(this.sources.map((source) => source()));
    const told = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : ''));
    return this.durations.render() + told.join('') + (await registry.metrics());
  }
}

async function processMetrics(): Promise<Registry> {
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  const register = new Registry();
  collectDefaultMetrics({ register });
  return register;
}
