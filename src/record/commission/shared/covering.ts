/** SQL: whether the day lies within the row's days, both ends inclusive, an absent one open. */
export function covering(day: string, first: string, last: string): string {
  return `(${first} is null or ${first} <= ${day}) and (${last} is null or ${day} <= ${last})`;
}

/** The same of the days of a post or a term, which begin always. */
export const coversDay = (alias: string, day = 'd.day'): string =>
  `${alias}.starts_on <= ${day} and (${alias}.ends_on is null or ${day} <= ${alias}.ends_on)`;
