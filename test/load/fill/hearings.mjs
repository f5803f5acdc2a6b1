import { ENTRY, entryOf } from './entries.mjs';
import { idOf } from './words.mjs';

/** The last ones of a hundred transcripts are not public: four in ninety wait at the desk, four were closed sessions. */
export function audienceOfHearing(index, count) {
  const fromEnd = count - index;
  if (fromEnd <= Math.ceil(count * 0.044)) return 'chamber';
  return fromEnd <= Math.ceil(count * 0.088) ? 'desk' : 'public';
}

export const startOf = (index) => new Date(Date.UTC(2019, 0, 9, 17) + index * 24 * 86_400_000);

/** A hearing, its agenda, its 100 witnesses and one recording for each transcript, with their search entries. */
export async function fillHearings(client, { size, names }) {
  const rows = Array.from({ length: size.transcripts }, (_, i) => ({
    id: idOf('hearing', i),
    recording: idOf('recording', i),
    transcript: idOf('transcript', i),
    number: i,
    starts_at: startOf(i),
    kind: audienceOfHearing(i, size.transcripts) === 'chamber' ? 'closed_session' : 'public_hearing',
    audience: audienceOfHearing(i, size.transcripts),
    title: `Hearing ${i + 1} on the needs of the district`,
    witnesses: names.slice((i * 41) % 3800, ((i * 41) % 3800) + 100),
  }));
  const given = JSON.stringify(rows);
  for (const statement of STATEMENTS) await client.query(statement, [given]);
}

const GIVEN = `jsonb_to_recordset($1) as g(id uuid, recording uuid, transcript uuid, number int, starts_at timestamptz,
  kind text, audience audience, title text, witnesses text[])`;

// The hearing of a transcript that waits at the desk is public itself.
const OWN = `case when g.kind = 'closed_session' then 'chamber'::audience else 'public' end`;

const entriesOf = (source, title, happened) => `
  insert into ${ENTRY}
  select ${entryOf({ label: 's', source, kind: source, hearing: 'g.id', happened, title, body: "''" })}
    from ${GIVEN} join ${source} s on s.${source === 'hearing' ? 'id' : 'hearing_id'} = g.id`;

const STATEMENTS = [
  `insert into hearing (id, kind, title, status, noticed_at, starts_at, ends_at, time_zone, own_audience, protected)
   select g.id, g.kind, g.title, 'closed', g.starts_at - interval '20 days', g.starts_at, g.starts_at + interval '15 hours',
          'America/Los_Angeles', ${OWN}, false from ${GIVEN}`,
  `insert into agenda_item (hearing_id, ordinal, title, own_audience, protected)
   select g.id, n, 'Item ' || n || ' of the agenda', ${OWN}, false from ${GIVEN}, generate_series(1, 3) n`,
  `insert into witness (id, hearing_id, ordinal, name, status, own_audience, protected)
   select md5(g.id::text || n)::uuid, g.id, n, w, 'heard', ${OWN}, false
     from ${GIVEN}, unnest(g.witnesses) with ordinality as u(w, n)`,
  `insert into recording (id, hearing_id, title, recorded_at, duration, status, own_audience, protected)
   select g.recording, g.id, g.title, g.starts_at, 54000, 'posted', ${OWN}, false from ${GIVEN}`,
  `insert into recording_part (recording_id, number, clock_offset, duration)
   select g.recording, 1, 0, 54000 from ${GIVEN}`,
  `insert into transcript (id, recording_id, kind, status, made_by, own_audience, protected)
   select g.transcript, g.recording, 'machine', case g.audience when 'desk' then 'received' else 'posted' end,
          (select id from actor limit 1), g.audience, false from ${GIVEN}`,
  entriesOf('hearing', 's.title', 's.starts_at'),
  entriesOf('agenda_item', 's.title', 'g.starts_at'),
  entriesOf('witness', 's.name', 'g.starts_at'),
];
