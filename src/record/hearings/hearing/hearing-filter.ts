import type { Predicate } from '#src/trust/access/index.js';

/** Which hearings are asked for; what is undefined narrows nothing. */
export interface HearingFilter {
  kind?: string | undefined;
  status?: string | undefined;
  zoneId?: string | undefined;
  zoneNumber?: string | undefined;
  startsFrom?: string | undefined;
  startsBefore?: string | undefined;
  updatedFrom?: string | undefined;
}

const served = (zone: string): string =>
  `exists (select from hearing_zone hz join zone z on z.id = hz.zone_id where hz.hearing_id = h.id and ${zone})`;

const CLAUSES: Readonly<Record<keyof HearingFilter, (value: string) => string>> = {
  kind: (value) => `h.kind = ${value}`,
  status: (value) => `h.status = ${value}`,
  zoneId: (value) => served(`z.id = ${value}::uuid`),
  zoneNumber: (value) => served(`z.number = ${value}::int`),
  startsFrom: (value) => `h.starts_at >= ${value}::timestamptz`,
  startsBefore: (value) => `h.starts_at < ${value}::timestamptz`,
  updatedFrom: (value) => `h.updated_at >= ${value}::timestamptz`,
};

const NAMES = Object.keys(CLAUSES) as (keyof HearingFilter)[];

/** The filter as SQL on `h`, after the gate's predicate; `name` tells its shape in a statement's name. */
export function whereOf(
  filter: HearingFilter,
  readable: Predicate,
): { name: string; sql: string; values: unknown[] } {
  const used = NAMES.filter((name) => filter[name] !== undefined);
  const first = readable.values.length + 1;
  return {
    name: `${readable.form} ${used.join(',')}`,
    sql: [readable.sql, ...used.map((name, i) => CLAUSES[name](`$${first + i}`))].join(' and '),
    values: [...readable.values, ...used.map((name) => filter[name])],
  };
}
