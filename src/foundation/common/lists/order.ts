import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { invalid } from '../errors/domain-error.js';

/** A column or expression that a list can be sorted by. */
export interface SortKey {
  /** Written by us, never by a client. Must never be NULL: a row without a value would fall off every page. */
  sql: string;
  /** Its PostgreSQL type, e.g. `timestamptz`. */
  type: string;
}

/** In which orders a list can be read. */
export interface ListOrder {
  /** The allow-list: name in the interface -> column. Nullable columns go in as `coalesce(...)` or not at all. */
  keys: Readonly<Record<string, SortKey>>;
  /** The name of the key that is unique; it ends every order, else ties would be torn between pages. */
  unique: string;
  /** The order without `sort`, e.g. `-startsAt`. */
  default: string;
}

export interface OrderTerm extends SortKey {
  name: string;
  descending: boolean;
}

/** `-startsAt,id` -> its terms, the unique key added (in the direction of the last) when it is not named. */
export function parseSort(order: ListOrder, sort: string | undefined): OrderTerm[] {
  const terms = termsOf(order, sort ?? order.default);
  if (!terms) throw invalid([{ pointer: '/sort', code: 'UNKNOWN_SORT', detail: describeOrder(order) }]);
  return terms;
}

/** Lets a list be sorted, by the keys of `order` alone; shown in OpenAPI. */
export function SortBy(order: ListOrder): PropertyDecorator {
  const isSort = (value: unknown) => typeof value === 'string' && termsOf(order, value) !== undefined;
  return applyDecorators(
    ApiPropertyOptional({ type: String, description: explainOrder(order), default: order.default }),
    IsOptional(),
    ValidateBy({
      name: 'sortBy',
      validator: { validate: isSort, defaultMessage: () => describeOrder(order) },
    }),
  );
}

function termsOf(order: ListOrder, sort: string): OrderTerm[] | undefined {
  const terms: OrderTerm[] = [];
  for (const token of sort.split(',')) {
    const descending = token.startsWith('-');
    const name = descending ? token.slice(1) : token;
    const key = Object.hasOwn(order.keys, name) ? order.keys[name] : undefined;
    if (!key || terms.some((term) => term.name === name)) return undefined;
    terms.push({ name, descending, sql: key.sql, type: key.type });
    // What stands behind a unique key decides nothing.
    if (name === order.unique) return terms;
  }
  const unique = order.keys[order.unique];
  if (!unique) throw new Error(`the unique key ${order.unique} is not among the keys of this order`);
  return [...terms, { ...unique, name: order.unique, descending: terms.at(-1)!.descending }];
}

function describeOrder(order: ListOrder): string {
  return `must be made of ${Object.keys(order.keys).join(', ')}, separated by commas; a leading - turns one round`;
}

/** The same for readers of the interface's description. */
function explainOrder(order: ListOrder): string {
  const names = Object.keys(order.keys).map((name) => `\`${name}\``);
  if (names.length === 1) return `${names[0]}; a leading \`-\` turns it round.`;
  return `Any of ${names.join(', ')}, separated by commas; a leading \`-\` turns one round.`;
}
