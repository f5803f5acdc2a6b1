/** Values of a statement that is put together from parts. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of a value, with its type. */
  add(value: unknown, type: string): string {
    return `${this.next(value)}::${type}`;
  }

  /** Takes over a fragment whose placeholders were numbered from `count + 1` on. */
  take(values: readonly unknown[]): void {
    this.values.push(...values);
  }

  get count(): number {
    return this.values.length;
  }

  private next(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
