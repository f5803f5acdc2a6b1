import { ENTRY, entryOf } from './entries.mjs';
import { audienceOfHearing } from './hearings.mjs';
import { idOf, speaker } from './words.mjs';

const BATCH = 5000;
const POSITIONS = ['for', 'against', 'neutral', null];
const BOROUGHS = ['North', 'South', 'East', 'West', null];

/** Of a hundred testimonies 80 are public, 15 wait at the desk and 5 were given in closed sessions. */
export const audienceOfTestimony = (index) =>
  index % 100 < 80 ? 'public' : index % 100 < 95 ? 'desk' : 'chamber';

export async function fillTestimonies(client, { size, words, names }) {
  const { say, random } = speaker(words, 21);
  const every = Array.from({ length: size.transcripts }, (_, i) => i);
  const closed = every.filter((i) => audienceOfHearing(i, size.transcripts) === 'chamber');
  const open = every.filter((i) => audienceOfHearing(i, size.transcripts) === 'public');
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let from = 0; from < size.testimonies; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, size.testimonies - from) }, (_, i) => {
      const audience = audienceOfTestimony(from + i);
      const hearing = pick(audience === 'chamber' ? closed : open);
      return {
        id: idOf('testimony', from + i),
        hearing: idOf('hearing', hearing),
        recording: random() < 0.4 ? idOf('recording', hearing) : null,
        ordinal: from + i,
        start: Math.floor(random() * 50_000),
        name: pick(names),
        position: pick(POSITIONS),
        borough: pick(BOROUGHS),
        affiliation: say(2).join(' '),
        audience,
        words: say(40).join(' '),
      };
    });
    await client.query(INSERT, [JSON.stringify(rows)]);
  }
}

// One statement: the entry takes the label that the trigger gave the record, as `search.put` does.
const INSERT = `
  with g as materialized (
    select * from jsonb_to_recordset($1) as g(id uuid, hearing uuid, recording uuid, ordinal int, start double precision,
      name text, position text, borough text, affiliation text, audience audience, words text)),
  t as (
    insert into testimony (id, hearing_id, recording_id, form, name, position, affiliations, borough, status, received_at,
      posted_at, start_seconds, end_seconds, ordinal, source_notes, own_audience, protected)
    select g.id, g.hearing, g.recording, case when g.recording is null then 'written' else 'recorded' end, g.name,
      g.position, array[g.affiliation], g.borough, case g.audience when 'desk' then 'received' else 'posted' end,
      timestamptz '2019-01-10' + g.ordinal * interval '31 minutes',
      case g.audience when 'desk' then null else timestamptz '2019-01-12' + g.ordinal * interval '31 minutes' end,
      case when g.recording is null then null else g.start end,
      case when g.recording is null then null else g.start + 150 end,
      g.ordinal, array[left(g.words, 60), right(g.words, 60)], g.audience, false
    from g returning *)
  insert into ${ENTRY}
  select ${entryOf({
    label: 't',
    source: 'testimony',
    kind: 'testimony',
    hearing: 't.hearing_id',
    happened: 't.received_at',
    title: 't.name',
    body: 'g.words',
    speakers: 'array[t.name]',
    positions: 'array_remove(array[t.position], null)',
  })}
  from t join g using (id)`;
