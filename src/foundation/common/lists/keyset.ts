import type { OrderTerm } from './order.js';

/** Where a page begins: the sort values of the row beside it, as PostgreSQL writes them, and the way to read on. */
export interface Position {
  values: readonly string[];
  backward: boolean;
}

/**
 * The SQL of one page, for a query written by hand:
 *
 *     pool.query({
 *       name: `hearings.list ${keyset.name}`,
 *       text: `select id, title ${keyset.columns} from hearing
 *              where audience = 'public' and ${keyset.where(1)}
 *              order by ${keyset.order} limit ${keyset.limit(1)}`,
 *       values: keyset.values,
 *     })
 *
 * `where(n)` numbers its parameters from `$n`, so put your own parameters before `...keyset.values` and count on.
 * The rows come back to `Pager.page`, which finds the cursor columns in them.
 */
export class Keyset {
  private readonly reversed: boolean;

  constructor(
    private readonly terms: readonly OrderTerm[],
    private readonly size: number,
    private readonly position: Position | null,
  ) {
    this.reversed = position?.backward ?? false;
  }

  /** Tells this shape of SQL from the others of the same list; ends the name of a named statement. */
  get name(): string {
    const order = this.terms.map((term) => (term.descending ? '-' : '') + term.name).join(',');
    if (!this.position) return order;
    return `${order} ${this.reversed ? 'before' : 'after'}`;
  }

  /** Select-list addition (with its leading comma): the sort values as text, exact where a JavaScript Date is not. */
  get columns(): string {
    return this.terms.map((term, i) => `, (${term.sql})::text as "${cursorColumn(i)}"`).join('');
  }

  /** Backward pages are read in the reverse order; the pager turns them round. */
  get order(): string {
    return this.terms.map((term) => `${term.sql} ${this.isDescending(term) ? 'desc' : 'asc'}`).join(', ');
  }

  /** The values of `where` and `limit`, in the order of their numbers. */
  get values(): (string | number)[] {
    return [...(this.position?.values ?? []), this.size + 1];
  }

  /** A boolean expression; `true` on a first page. */
  where(first: number): string {
    if (!this.position) return 'true';
    const isUniform = this.terms.every((term) => term.descending === this.terms[0]!.descending);
    return isUniform ? this.rowComparison(first) : this.stepwise(first);
  }

  /** The parameter of the limit (one more than the page, to know whether there is another), numbered after `where(first)`. */
  limit(first: number): string {
    return `$${first + (this.position?.values.length ?? 0)}`;
  }

  private rowComparison(first: number): string {
    const left = this.terms.map((term) => term.sql).join(', ');
    const right = this.terms.map((term, i) => placeholder(term, first + i)).join(', ');
    return `(${left}) ${this.isDescending(this.terms[0]!) ? '<' : '>'} (${right})`;
  }

  /** Directions that differ: `a <= $1 and (a < $1 or (b > $2))`. The outer bound lets an index on `a` start there. */
  private stepwise(first: number, at = 0): string {
    const term = this.terms[at]!;
    const sign = this.isDescending(term) ? '<' : '>';
    const value = placeholder(term, first + at);
    if (at === this.terms.length - 1) return `(${term.sql} ${sign} ${value})`;
    const rest = this.stepwise(first, at + 1);
    return `(${term.sql} ${sign}= ${value} and (${term.sql} ${sign} ${value} or ${rest}))`;
  }

  private isDescending(term: OrderTerm): boolean {
    return term.descending !== this.reversed;
  }
}

export function cursorColumn(index: number): string {
  return `cursor_${index}`;
}

function placeholder(term: OrderTerm, number: number): string {
  return `$${number}::${term.type}`;
}
