/** The conditions that a client chose for a list, as numbered SQL. */
export class Filters {
  private readonly conditions: string[] = [];
  private readonly names: string[] = [];
  readonly values: unknown[];

  /** `before`: the values of the parameters that the statement has in front of these. */
  constructor(before: readonly unknown[]) {
    this.values = [...before];
  }

  /** Adds `sql` with its `?` as the next parameter, under a letter of its own; nothing when there is no value. */
  add(name: string, sql: string, value: unknown): this {
    if (value === undefined) return this;
    this.values.push(value);
    this.names.push(name);
    this.conditions.push(sql.replaceAll('?', `$${this.values.length}`));
    return this;
  }

  /** Differs where the text differs: part of a statement's name, which PostgreSQL cuts off after 63 characters. */
  get name(): string {
    return this.names.join('');
  }

  get sql(): string {
    return this.conditions.length === 0 ? 'true' : this.conditions.join(' and ');
  }

  /** The number of the next parameter. */
  get next(): number {
    return this.values.length + 1;
  }
}
