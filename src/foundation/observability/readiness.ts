import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

export interface ReadinessCheck {
  name: string;
  /** Rejects when the part cannot do its work now. */
  check: () => Promise<void>;
}

const PATIENCE_MS = 2_000;

/** Whether this replica should get traffic. Parts register themselves: `readiness.register({ name: 'database', check })`. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private readonly checks: ReadinessCheck[] = [];
  private stopping = false;
  private asking?: Promise<boolean>;

  register(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  /** Nobody needs a key to ask, so however many ask at once, the parts are asked once. */
  async isReady(): Promise<boolean> {
    if (this.stopping) return false;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  private async ask(): Promise<boolean> {
    const answers = await Promise.allSettled(this.checks.map(async ({ check }) => withPatience(check())));
    return answers.every(({ status }) => status === 'fulfilled');
  }
}

async function withPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the check took too long')), PATIENCE_MS);
  });
  try {
    await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
