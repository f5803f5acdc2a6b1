import { passagesOf } from '#src/holdings/search/index.js';
import { ENTRY, entryOf } from './entries.mjs';
import { startOf } from './hearings.mjs';
import { idOf, speaker } from './words.mjs';

const SPEAKERS = 80;
const TURN = 37;

/** Cues of about ten words, a second or so apart, and their passages, cut by the program's own `passagesOf`. */
export async function fillSpoken(client, { size, words, names }) {
  const { say, random } = speaker(words, 31);
  const count = size.cues / size.transcripts;
  // Every row's parent has just been written: asking for each of a million whether it exists would only take time.
  await client.query('set session_replication_role = replica');
  for (let i = 0; i < size.transcripts; i++) {
    const transcript = idOf('transcript', i);
    const people = Array.from({ length: SPEAKERS }, (_, n) => names[(i * 41 + n) % names.length]);
    await client.query(SPEAKER_ROWS, [transcript, people]);
    const texts = Array.from({ length: count }, () => say(4 + Math.floor(random() * 13)).join(' '));
    await client.query(CUE_ROWS, [transcript, texts.join('\n'), TURN, SPEAKERS]);
    const lines = texts.map((text, n) => ({
      number: n,
      start: 454 + n * 4.8,
      text,
      speaker: people[Math.floor(n / TURN) % SPEAKERS],
      positions: [],
    }));
    const passages = passagesOf(lines, {
      hearingId: idOf('hearing', i),
      startedAt: startOf(i),
      language: 'en',
      title: `Hearing ${i + 1} on the needs of the district`,
    });
    await client.query(PASSAGE_ROWS, [transcript, JSON.stringify(passages)]);
  }
  await client.query('set session_replication_role = origin');
  await client.query('update transcript t set cue_count = $1', [count]);
}

const SPEAKER_ROWS = `
  insert into speaker (id, transcript_id, label, name)
  select md5($1::text || 'speaker' || (n - 1))::uuid, $1::uuid, (n - 1)::text, name
    from unnest($2::text[]) with ordinality as p(name, n)`;

const CUE_ROWS = `
  insert into cue (transcript_id, number, start_seconds, end_seconds, speaker_id, text)
  select $1::uuid, n - 1, 454 + (n - 1) * 4.8, 454 + (n - 1) * 4.8 + 4.1,
         md5($1::text || 'speaker' || ((n - 1) / $3::int) % $4::int)::uuid, said
    from unnest(string_to_array($2, E'\\n')) with ordinality as c(said, n)`;

const PASSAGE_ROWS = `
  insert into ${ENTRY}
  select ${entryOf({
    label: 't',
    source: 'transcript',
    kind: 'passage',
    number: 'e.number',
    hearing: 'e."hearingId"',
    happened: 'e."happenedAt"',
    title: 'e.title',
    body: 'e.body',
    speakers: 'e.speakers',
    positions: 'e.positions',
    cues: 'e.cues',
  })}
    from transcript t, jsonb_to_recordset($2) as e(number int, "hearingId" uuid, "happenedAt" timestamptz, title text,
         body text, speakers text[], positions text[], cues int[])
   where t.id = $1`;
