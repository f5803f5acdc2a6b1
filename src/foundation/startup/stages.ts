/** One line for each stage of a start, with the time it took, once it is done. */
export class Stages {
  readonly #begun = performance.now();

  constructor(private readonly out: NodeJS.WritableStream) {}

  /** Runs one stage. What `work` gives back may carry a note for the line through `note`. */
  async run<T>(title: string, work: (note: (words: string) => void) => Promise<T> | T): Promise<T> {
    const begun = performance.now();
    const notes: string[] = [];
    const result = await work((words) => notes.push(words));
    this.line(title, notes, performance.now() - begun);
    return result;
  }

  say(words: string): void {
    this.out.write(`${words}\n`);
  }

  /** The whole so far. */
  total(title: string): void {
    this.line(title, [], performance.now() - this.#begun);
  }

  private line(title: string, notes: readonly string[], milliseconds: number): void {
    const time = `${(milliseconds / 1000).toFixed(2)} s`.padStart(8);
    this.say(`${title.padEnd(12)}${time}${notes.length > 0 ? `  ${notes.join(', ')}` : ''}`);
  }
}
