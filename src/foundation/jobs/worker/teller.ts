const EVERY_MS = 250;

/** Tells at once, then no oftener than now and then, and always the last. */
export class Teller {
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();
  private hasMore = false;
  private isStopped = false;

  /** `say` says what is latest; one that fails is made up for by the next. */
  constructor(private readonly say: () => Promise<void>) {}

  tell(): void {
    this.hasMore = true;
    if (!this.timer && !this.isStopped) this.now();
  }

  /** Nothing is told afterwards, and what was being told has been. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.telling;
  }

  private now(): void {
    this.hasMore = false;
    this.telling = this.telling.then(this.say).catch(() => undefined);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.hasMore && !this.isStopped) this.now();
    }, EVERY_MS).unref();
  }
}
