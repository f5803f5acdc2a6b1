import { Injectable } from '@nestjs/common';
import { requestContext } from '../context/request-context.js';
import { canonicalJson } from '../idempotency/payload-hash.js';
import { type CursorBinding, CursorSealer } from './cursor-sealer.js';
import { cursorColumn, Keyset, type Position } from './keyset.js';
import { limitOf, type SortedQuery } from './list-query.js';
import { type ListOrder, type OrderTerm, parseSort } from './order.js';
import type { Page } from './page.js';

export interface PageRequest<Row extends object, Item> {
  /** Which list it is, with the parent's id if it has one: `hearings`, `hearings/4f0c.../witnesses`. */
  list: string;
  query: SortedQuery;
  order: ListOrder;
  /** Reads the rows of one page with the SQL that the keyset gives. */
  fetch: (keyset: Keyset) => Promise<Row[]>;
  item: (row: Row) => Item;
  /** Given only when the client asked for the total. */
  total?: () => Promise<number>;
}

/** Turns a list query into a page and back: opens the cursor, has the rows read, seals the next. */
@Injectable()
export class Pager {
  constructor(private readonly sealer: CursorSealer) {}

  async page<Row extends object, Item>(request: PageRequest<Row, Item>): Promise<Page<Item>> {
    const { query, order, fetch, item } = request;
    const size = limitOf(query);
    const terms = parseSort(order, query.sort);
    const binding = bindingOf(request.list, query);
    const position =
      query.cursor === undefined ? null : (this.sealer.open(query.cursor, binding) as Position);
    const [rows, total] = await Promise.all([fetch(new Keyset(terms, size, position)), request.total?.()]);
    const hasMore = rows.length > size;
    const shown = hasMore ? rows.slice(0, size) : rows;
    if (position?.backward) shown.reverse();
    const seal = (row: Row | undefined, backward: boolean) =>
      row && this.sealer.seal({ values: sortValues(row, terms), backward } satisfies Position, binding);
    const isFirst = position === null || (position.backward && !hasMore);
    const isLast = position?.backward ? false : !hasMore;
    return {
      items: shown.map((row) => item(row)),
      next: isLast ? null : (seal(shown.at(-1), false) ?? null),
      prev: isFirst ? null : (seal(shown[0], true) ?? null),
      ...(total !== undefined && { total }),
    };
  }
}

function bindingOf(list: string, { cursor: _cursor, limit: _limit, ...filters }: SortedQuery): CursorBinding {
  return { caller: requestContext().caller, query: `${list}?${canonicalJson(filters)}` };
}

function sortValues(row: object, terms: readonly OrderTerm[]): string[] {
  return terms.map((term, i) => {
    const value = (row as Record<string, unknown>)[cursorColumn(i)];
    if (typeof value === 'string') return value;
    throw new Error(
      `the row has no text of its sort key ${term.name}: select keyset.columns, and sort by nothing nullable`,
    );
  });
}
