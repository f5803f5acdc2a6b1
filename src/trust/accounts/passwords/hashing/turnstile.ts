/** Lets so many pass at once, lets so many wait, and turns the others away. */
export class Turnstile {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly most: number,
    private readonly full: () => Error,
  ) {}

  /** @throws what `full` makes, if too many wait */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside < this.atOnce) this.inside += 1;
    else await this.wait();
    try {
      return await work();
    } finally {
      // A place is handed on, not given back: nobody who comes now slips in before who waits.
      const next = this.queue.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }

  private wait(): Promise<void> {
    if (this.queue.length >= this.most) throw this.full();
    return new Promise((resolve) => this.queue.push(resolve));
  }
}
