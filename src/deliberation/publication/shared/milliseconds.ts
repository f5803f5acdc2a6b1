/** SQL: a moment as whole milliseconds since 1970, null as null. */
export const milliseconds = (moment: string): string => `round(extract(epoch from ${moment}) * 1000)::bigint`;
