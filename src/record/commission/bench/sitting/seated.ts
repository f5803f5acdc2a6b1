/**
 * SQL: the ids and names of everybody who has a seat on one of the days between two moments, both given as SQL, by the
 * commission's own clock.
 */
export function seatedBetween(from: string, until: string): string {
  const dayOf = (moment: string): string => `(${moment} at time zone c.time_zone)::date`;
  // offset 0: the days are reckoned once, and not again for every term there ever was.
  return `select distinct p.id as person_id, p.name
      from (select ${dayOf(from)} as first, ${dayOf(until)} as last from commission c offset 0) d
      join membership m on m.kind = 'seat' and m.starts_on <= d.last and (m.ends_on is null or d.first <= m.ends_on)
      join person p on p.id = m.person_id`;
}
