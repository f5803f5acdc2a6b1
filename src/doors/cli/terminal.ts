type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Results on stdout, talk on stderr; whatever nobody reads any more is dropped, and the command goes on. */
export class Terminal {
  constructor(
    private readonly out: Stream = process.stdout,
    private readonly err: Stream = process.stderr,
  ) {
    for (const stream of [out, err]) {
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
      });
    }
  }

  /** A line of what was asked for. */
  result(line: string): void {
    this.out.write(`${line}\n`);
  }

  /** A whole text, which ends its own lines; on a terminal without what would drive it. */
  text(text: string): void {
    const shown = this.showsTables ? text.replaceAll(/[^\P{Cc}\t\r\n]/gu, '') : text;
    this.out.write(shown.endsWith('\n') ? shown : `${shown}\n`);
  }

  json(value: unknown): void {
    this.result(JSON.stringify(value, null, 2));
  }

  /** A line about the work, not of it. */
  readonly say = (line: string): void => {
    this.err.write(`${line}\n`);
  };

  get showsTables(): boolean {
    return this.out.isTTY ?? false;
  }

  get showsBars(): boolean {
    return this.err.isTTY ?? false;
  }

  /** For what draws: a progress bar. */
  get talk(): NodeJS.WritableStream {
    return this.err;
  }
}
