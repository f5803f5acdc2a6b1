/** Every day and hour of ten years of hearings that a calendar holds, in four time zones, apart from all the others. */
export const CALENDAR_YEARS = { from: '2001-01-01', to: '2010-12-31', hearings: 1000 };

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

/** A thousand hearings, each with its zones and every other with a link to take part from afar. */
export async function fillCalendar(client) {
  const { from, hearings } = CALENDAR_YEARS;
  await client.query(STATEMENTS.zones);
  await client.query(STATEMENTS.hearings, [ZONES, from, hearings]);
  await client.query(STATEMENTS.serves, [from, hearings]);
  await client.query(STATEMENTS.places, [from]);
}

const IN_CALENDAR = `h.kind = 'regional_summit' and h.starts_at >= $1::timestamptz`;

const STATEMENTS = {
  zones: `insert into zone (number, name, own_audience, protected)
    select n, 'Zone ' || n, 'public', false from generate_series(901, 909) n`,
  hearings: `insert into hearing (kind, title, description, status, noticed_at, starts_at, ends_at, time_zone, venue_name,
      venue_room, venue_address, own_audience, protected)
    select 'regional_summit', 'Summit ' || i || ', on schools; and parks', repeat('What was asked, and answered. ', 9),
           'closed', s.at, s.at, s.at + interval '3 hours', ($1::text[])[1 + i % 4], 'Town Hall ' || i % 20,
           'Room ' || i % 9, i || ' Main Street', 'public', false
      from generate_series(0, $3::int - 1) i,
           lateral (select $2::timestamptz + i * interval '87 hours 40 minutes') s(at)`,
  serves: `insert into hearing_zone (hearing_id, zone_id)
    select h.id, z.id from (select h.id, row_number() over (order by h.starts_at) as n from hearing h where ${IN_CALENDAR}) h
      join zone z on z.number between 901 and 909 and (z.number % 9 = h.n % 9 or z.number % 9 = (h.n + 4) % 9)
     where h.n <= $2`,
  places: `insert into hearing_place (hearing_id, ordinal, kind, name, url, own_audience, protected)
    select h.id, 1, 'remote', 'By link', 'https://meet.example.org/' || h.id, 'public', false from hearing h
     where ${IN_CALENDAR} and extract(day from h.starts_at)::int % 2 = 0`,
};
