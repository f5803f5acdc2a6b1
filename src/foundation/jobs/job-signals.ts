import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type DatabaseLogins, Listener, LOGINS } from '#src/foundation/database/index.js';

type Ear = (payload: string) => void;
const CHANNELS = { due: 'hearth_job_due', cancelled: 'hearth_job_cancelled', changed: 'hearth_job_changed' };
export type JobSignal = keyof typeof CHANNELS;

/**
 * What processes tell each other about jobs, through the database. A hint only: whoever hears it looks for themselves,
 * and looks from time to time without it. One connection a process, while anybody listens.
 */
@Injectable()
export class JobSignals implements OnApplicationShutdown {
  private readonly ears = new Map<string, Set<Ear>>(Object.values(CHANNELS).map((name) => [name, new Set()]));
  private listener: Listener | undefined;
  private listening = 0;

  constructor(@Inject(LOGINS) private readonly logins: DatabaseLogins) {}

  /** `due` tells a kind, the others a job's id; an empty text when anything may have been missed. Answers how to stop. */
  on(signal: JobSignal, ear: Ear): () => void {
    const ears = this.ears.get(CHANNELS[signal]);
    ears?.add(ear);
    this.listening += 1;
    this.listener ??= new Listener(this.logins.appUrl, Object.values(CHANNELS), {
      told: (channel, payload) => this.tell(channel, payload),
      back: () => Object.values(CHANNELS).forEach((channel) => this.tell(channel, '')),
    });
    let isOff = false;
    return () => {
      if (isOff) return;
      isOff = true;
      ears?.delete(ear);
      this.listening -= 1;
      if (this.listening === 0) void this.stop();
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async stop(): Promise<void> {
    const { listener } = this;
    this.listener = undefined;
    await listener?.close();
  }

  private tell(channel: string, payload: string): void {
    for (const ear of this.ears.get(channel) ?? []) ear(payload);
  }
}
