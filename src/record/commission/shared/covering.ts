/** SQL: whether the day lies within the row's days, both ends inclusive, an absent one open. */
export function covering(day: string, first: string, last: string): string {
  return `coalesce(${first}, '-infinity') <= ${day} and ${day} <= coalesce(${last}, 'infinity')`;
}
